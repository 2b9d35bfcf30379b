package dev.heddle.harness.random;

/**
 * What one incarnation of one node draws: a hash of the schedule's seed, the node, its incarnation
 * and the count of its draws.
 *
 * <p>So a draw does not shift when another node's event is removed or another strategy chooses.
 */
public final class NodeRandom {
    private long base;
    private long draws;

    /** The seed of the schedule of execution {@code index} of a campaign with {@code seed}; no strategy touches it. */
    public static long seedOfExecution(long seed, long index) {
        return Mix64.mix(~seed, index);
    }

    /** The draw of a count of an incarnation's. */
    public static long draw(long seed, int node, int incarnation, long count) {
        return Mix64.mix(base(seed, node, incarnation) + count * Mix64.GOLDEN_GAMMA);
    }

    private static long base(long seed, int node, int incarnation) {
        return Mix64.mix(Mix64.mix(seed, node), incarnation);
    }

    /** Starts the draws of an incarnation over. */
    public void reset(long seed, int node, int incarnation) {
        base = base(seed, node, incarnation);
        draws = 0;
    }

    /** How many were drawn since the last {@link #reset}. */
    public long draws() {
        return draws;
    }

    /** 64 uniform bits. */
    public long nextLong() {
        return Mix64.mix(base + ++draws * Mix64.GOLDEN_GAMMA);
    }
}
