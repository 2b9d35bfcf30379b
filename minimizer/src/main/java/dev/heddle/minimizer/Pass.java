package dev.heddle.minimizer;

import dev.heddle.harness.random.Rng;

/** One way of making executions smaller. */
public interface Pass {
    /** A word or two for tables. */
    String name();

    /**
     * A sweep over the candidates that this pass makes of an execution.
     *
     * @param order draws what the order of candidates leaves open, or null for the natural one
     */
    Proposals propose(Execution current, Rng order);
}
