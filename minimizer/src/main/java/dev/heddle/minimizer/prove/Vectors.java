package dev.heddle.minimizer.prove;

/** How many steps of each node lie before something, as the bytes of a long: at most 127 of each of eight nodes. */
final class Vectors {
    static final int MAX_NODES = Long.BYTES;
    /** The highest sum. */
    static final int MAX_SUM = 127;

    private static final long HIGHEST_BITS = 0x8080808080808080L;
    private static final long LOWEST_BITS = 0x0101010101010101L;
    private static final int BYTE = 0xFF;

    private Vectors() {}

    /** One step of a node. */
    static long one(int node) {
        return 1L << Byte.SIZE * node;
    }

    /** The highest bit of each byte of which the one's is at least the other's. */
    private static long atLeast(long one, long other) {
        return (one | HIGHEST_BITS) - other & HIGHEST_BITS;
    }

    /** True where there are no more steps of any node than in another vector. */
    static boolean atMost(long one, long other) {
        return atLeast(other, one) == HIGHEST_BITS;
    }

    /** The more of each. */
    static long max(long one, long other) {
        long mask = (atLeast(one, other) >>> Byte.SIZE - 1) * BYTE;
        return one & mask | other & ~mask;
    }

    /** The steps of all nodes. */
    static int sum(long vector) {
        return (int) (vector * LOWEST_BITS >>> Long.SIZE - Byte.SIZE);
    }
}
