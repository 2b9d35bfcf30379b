package dev.heddle.harness.invariant;

/**
 * A monitor of an invariant that takes the histories of one node, or of two, to break.
 *
 * <p>It looks at nothing but the views and failures of nodes. Where it reports a violation, a fresh one that
 * is shown only the steps of some one or two of the nodes reports one as well, at that step at the latest.
 * Whether two nodes break the invariant depends only on the {@link #memory memories} that monitors have
 * which were each shown the steps of one of them.
 */
public interface PairwiseMonitor extends Monitor {
    /**
     * What it keeps of the nodes it was shown, as an immutable value compared by {@code equals}: equal for equal
     * histories of each node, whatever the order of steps of different nodes. A proof rests on that.
     */
    Object memory();

    /**
     * True where it always takes two nodes, of each of which a monitor keeps something else than it does before
     * it was shown anything.
     */
    default boolean takesTwo() {
        return false;
    }
}
