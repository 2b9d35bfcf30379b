package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Form.Pair;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** The connection from one node to another breaks and is made anew: what was in flight is lost. */
public record Reset(String from, String to) implements Deed {
    private static final Move MOVE = new Move("reset", 0.001, 0.05) {
        @Override
        public int count(World world) {
            int total = 0;
            for (int c = 0; c < world.channelCount(); c++) {
                total += betweenNodes(world.channel(c)) ? 1 : 0;
            }
            return world.udp() ? 0 : total;
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            int left = i;
            for (int c = 0; c < world.channelCount(); c++) {
                Channel channel = world.channel(c);
                if (betweenNodes(channel) && left-- == 0) {
                    return new Reset(channel.from().node().name(), channel.to().node().name());
                }
            }
            throw new IndexOutOfBoundsException(i);
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
                    "reset",
                    List.of(new Verb("reset n1 -> n2", (form, rest) -> {
                        Pair ends = form.pair(rest);
                        return new Reset(ends.from(), ends.to());
                    })),
                    List.of(MOVE))
            .on(NetworkKind.FIFO);

    private static boolean betweenNodes(Channel channel) {
        return channel.crossing() && channel.from().node() != null;
    }

    @Override
    public String line() {
        return "reset " + from + " -> " + to;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return "the connection from " + from + " to " + to + " is reset";
    }

    @Override
    public List<String> nodes() {
        return List.of(from, to);
    }

    @Override
    public boolean possible(World world) {
        Node source = world.node(from);
        Node target = world.node(to);
        return source != null && target != null && source != target && !world.udp();
    }

    @Override
    public void applyTo(World world) {
        world.network().breakConnection(world.node(from), world.node(to));
    }
}
