package dev.heddle.harness.invariant;

/** An invariant watching one execution, with the history it needs (who led which term, …). */
public interface Monitor {
    /**
     * Looks at the cluster after a step.
     *
     * @param acted index of the node that took the step, the only one whose state can have changed,
     *     or -1 when none did (a command was issued, a message was dropped)
     * @return what is broken, or null while the invariant holds
     */
    Violation afterStep(Cluster cluster, int acted);
}
