package dev.heddle.harness.fault;

import dev.heddle.harness.invariant.Core;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Form.Pair;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.Network;
import dev.heddle.harness.world.World;
import java.util.BitSet;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The link from one node to another is gone for good: nothing heals it, nor does a fair end. As long as it is
 * chosen and not written by hand, a majority of nodes still reach each other both ways.
 */
public record Sever(String from, String to) implements Deed {
    private static final Move MOVE = new Move("sever", 0.001, 0.05) {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public int count(World world) {
            return world.size() * (world.size() - 1) - world.network().severed();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            Pair pair = Pairs.get(world, (from, to) -> !world.network().isSevered(from, to), i);
            Sever one = new Sever(pair.from(), pair.to());
            return one.leavesCore(world) ? one : null;
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
                    "sever",
                    List.of(new Verb("sever n1 -> n2", (form, rest) -> {
                        Pair ends = form.pair(rest);
                        return new Sever(ends.from(), ends.to());
                    })),
                    List.of(MOVE))
            .harsh();

    private boolean leavesCore(World world) {
        Network network = world.network();
        int source = world.node(from).index();
        int target = world.node(to).index();
        BitSet nodes = new BitSet();
        nodes.set(0, world.size());
        return Core.hasMajority(nodes, (one, other) -> !(one == source && other == target)
                && !network.isSevered(world.nodes().get(one), world.nodes().get(other)));
    }

    @Override
    public String line() {
        return "sever " + from + " -> " + to;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return "nothing from " + from + " reaches " + to + " ever again";
    }

    @Override
    public List<String> nodes() {
        return List.of(from, to);
    }

    @Override
    public boolean possible(World world) {
        return Pairs.is(world, from, to, (one, other) -> !world.network().isSevered(one, other));
    }

    @Override
    public void applyTo(World world) {
        world.network().sever(world.node(from), world.node(to));
    }
}
