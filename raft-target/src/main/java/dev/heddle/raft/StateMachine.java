package dev.heddle.raft;

/**
 * What the cluster replicates: a deterministic machine that is handed each committed command once,
 * in order (§2), and whose state can be written down and taken up again (§7). Four methods on one
 * state: split in two, each half would be implemented by the same class.
 */
public interface StateMachine {

    /** Applies the command committed at this index and returns its result; the indexes only go up. */
    String apply(long index, String command);

    /** Answers a question without changing anything. */
    String query(String query);

    /** The whole state as text; equal states give the same text. */
    String snapshot();

    /** Replaces the whole state by one that {@link #snapshot()} wrote down. */
    void restore(String data);
}
