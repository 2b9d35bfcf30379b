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

    /**
     * True while something is owed that a fair run without faults must bring about. Asked while an execution
     * settles; as soon as nothing is owed, it ends.
     */
    default boolean awaits(Cluster cluster) {
        return false;
    }

    /**
     * Looks at the cluster when an execution has ended without a violation.
     *
     * @param fair true where it ended with a fair run that has had all its time, or all it was asked for:
     *     what is owed still will never come
     * @return what is broken, or null while the invariant holds
     */
    default Violation atEnd(Cluster cluster, boolean fair) {
        return null;
    }
}
