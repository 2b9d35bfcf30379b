package dev.heddle.minimizer.prove;

import dev.heddle.harness.run.RunOptions;

/**
 * How everything is tried.
 *
 * @param timeNanos it ends after so long, with what is proven by then
 * @param memories states of nodes are told apart by what the target tells of them, else by their histories
 * @param symmetry nodes that are still alike are tried as one, where the target says that they are
 * @param looseEnds ways that cannot come to a violation in the deliveries left are not followed
 * @param prospects states that are too far from a violation, by what each node could do alone, are not followed
 */
public record ProverOptions(
        RunOptions run, long timeNanos, boolean memories, boolean symmetry, boolean looseEnds, boolean prospects) {
    /** Everything that makes it fast. */
    public static ProverOptions on(RunOptions run, long timeNanos) {
        return new ProverOptions(run, timeNanos, true, true, true, true);
    }
}
