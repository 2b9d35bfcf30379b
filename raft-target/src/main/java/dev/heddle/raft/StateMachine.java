package dev.heddle.raft;

/** What the cluster replicates: a deterministic machine that is handed each committed command once, in order (§2). */
@FunctionalInterface
public interface StateMachine {

    /** Applies the command committed at this index; the first is at 1, and none is left out. */
    void apply(long index, String command);
}
