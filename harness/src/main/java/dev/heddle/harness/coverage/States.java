package dev.heddle.harness.coverage;

import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The abstract states of one execution: for each pair of nodes, how each field of one stands to that of the
 * other, and what kind of message is next on its way between them.
 *
 * <p>Pairs, since the states of all nodes together are so many that nearly every execution reaches new ones,
 * which tells nothing. Only the node that acted can have changed, so only its pairs are looked at.
 */
public final class States {
    private static final long DOWN = 0x5bd1e995L;

    /** What a node shows, or nothing while it is down. */
    private static final class Shown {
        final List<Field> fields = new ArrayList<>();
        int count;
        boolean changed;

        void take(Object value) {
            if (count == fields.size()) {
                fields.add(new Field());
            }
            changed |= fields.get(count++).take(value);
        }

        boolean take(NodeView view) {
            int before = count;
            count = 0;
            changed = false;
            if (view != null) {
                view.fields((name, value) -> take(value));
            }
            return changed || count != before;
        }
    }

    private final LongConsumer reached;
    private Shown[] nodes = {};
    /** How the states of each pair stand to each other. */
    private long[][] relations = {};

    /** @param reached is told of each state as it is reached, as a hash, however often that was before */
    public States(LongConsumer reached) {
        this.reached = reached;
    }

    /** Looks at the world after a step. */
    public void look(World world) {
        int acted = world.acted();
        if (acted < 0) {
            return;
        }
        if (nodes.length == 0) {
            begin(world.size());
        }
        boolean changed = nodes[acted].take(world.view(acted));
        for (int other = 0; other < nodes.length; other++) {
            if (other != acted) {
                if (changed) {
                    relate(world, acted, other);
                }
                reached.accept(pair(world, acted, other));
            }
        }
    }

    private void begin(int size) {
        nodes = new Shown[size];
        for (int i = 0; i < size; i++) {
            nodes[i] = new Shown();
        }
        relations = new long[size][size];
    }

    private void relate(World world, int one, int other) {
        relations[one][other] = relation(world, one, other);
        relations[other][one] = relation(world, other, one);
    }

    private long relation(World world, int one, int other) {
        Shown own = nodes[one];
        Shown others = nodes[other];
        if (own.count == 0 || others.count == 0) {
            return own.count == 0 && others.count == 0 ? DOWN : own.count == 0 ? DOWN + 1 : DOWN + 2;
        }
        long hash = own.count;
        for (int f = 0; f < Math.min(own.count, others.count); f++) {
            Field field = own.fields.get(f);
            hash = Mix64.mix(hash, field.relation(world.name(one), others.fields.get(f), world.name(other)));
        }
        return hash;
    }

    private long pair(World world, int one, int other) {
        Node own = world.nodes().get(one);
        Node others = world.nodes().get(other);
        long forth = next(own.endpoint(), others.endpoint());
        long back = next(others.endpoint(), own.endpoint());
        return Mix64.mix(relations[one][other] + forth * 31, back);
    }

    /** The kind of message that is next between two addresses; 0 for none. */
    private static long next(Endpoint from, Endpoint to) {
        Channel channel = from.channelTo(to);
        return channel == null || channel.size() == 0 ? 0 : channel.get(0).kind().hashCode();
    }
}
