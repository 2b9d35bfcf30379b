package dev.heddle.raft;

import java.util.Arrays;

/**
 * A membership as bits by the servers' positions (§6).
 *
 * @param current the servers; those before the change if there is one
 * @param next those after the change, 0 if there is none
 */
record Voters(long current, long next) {

    long all() {
        return current | next;
    }

    boolean has(int server) {
        return (all() & 1L << server) != 0;
    }

    /** Whether these servers are a majority, and in a change both of the old ones and of the new ones. */
    boolean majority(long servers) {
        return majority(current, servers) && (next == 0 || majority(next, servers));
    }

    private static boolean majority(long of, long servers) {
        return 2 * Long.bitCount(of & servers) > Long.bitCount(of);
    }

    /** What a majority has reached, and in a change both majorities; one index per server, by position. */
    long reached(long[] indexes, ReplicationRules.QuorumIndex quorum) {
        if (next == 0 && Long.bitCount(current) == indexes.length) {
            return quorum.of(indexes);
        }
        long old = quorum.of(only(current, indexes));
        return next == 0 ? old : Math.min(old, quorum.of(only(next, indexes)));
    }

    private static long[] only(long servers, long[] indexes) {
        long[] chosen = new long[indexes.length];
        int count = 0;
        for (int i = 0; i < indexes.length; i++) {
            if ((servers & 1L << i) != 0) {
                chosen[count++] = indexes[i];
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}
