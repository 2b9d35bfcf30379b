package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.Form.Pair;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.function.BiPredicate;

/** Ordered pairs of different nodes. */
final class Pairs {
    private Pairs() {}

    /** The i-th of those that are wanted, in the order of the nodes. */
    static Pair get(World world, BiPredicate<Node, Node> wanted, int i) {
        int left = i;
        for (Node from : world.nodes()) {
            for (Node to : world.nodes()) {
                if (from != to && wanted.test(from, to) && left-- == 0) {
                    return new Pair(from.name(), to.name());
                }
            }
        }
        throw new IndexOutOfBoundsException(i);
    }

    /** True where both are nodes, different ones, and such a pair. */
    static boolean is(World world, String from, String to, BiPredicate<Node, Node> wanted) {
        Node source = world.node(from);
        Node target = world.node(to);
        return source != null && target != null && source != target && wanted.test(source, target);
    }
}
