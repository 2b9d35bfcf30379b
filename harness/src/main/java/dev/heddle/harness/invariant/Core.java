package dev.heddle.harness.invariant;

import java.util.BitSet;

/** A majority of nodes of which each reaches each other: what a network whose links fail must still have. */
public final class Core {
    /** No more nodes than this are left out: each doubles what is to be tried. */
    private static final int MOST_OUTSIDE = 8;

    private Core() {}

    /** Tells which nodes can send to which. */
    @FunctionalInterface
    public interface Link {
        /** Whether messages from one node reach the other. */
        boolean carries(int from, int to);
    }

    /** True where a majority of the nodes, all but eight of them at least, reach each other both ways. */
    public static boolean hasMajority(BitSet nodes, Link link) {
        int outside = (nodes.cardinality() - 1) / 2;
        return !nodes.isEmpty() && exists((BitSet) nodes.clone(), Math.min(outside, MOST_OUTSIDE), link);
    }

    /** Of two nodes that do not reach each other, one is left out. */
    private static boolean exists(BitSet nodes, int outside, Link link) {
        for (int one = nodes.nextSetBit(0); one >= 0; one = nodes.nextSetBit(one + 1)) {
            for (int other = nodes.nextSetBit(one + 1); other >= 0; other = nodes.nextSetBit(other + 1)) {
                if (!link.carries(one, other) || !link.carries(other, one)) {
                    return outside > 0
                            && (existsWithout(one, nodes, outside, link) || existsWithout(other, nodes, outside, link));
                }
            }
        }
        return true;
    }

    private static boolean existsWithout(int node, BitSet nodes, int outside, Link link) {
        nodes.clear(node);
        boolean exists = exists(nodes, outside - 1, link);
        nodes.set(node);
        return exists;
    }
}
