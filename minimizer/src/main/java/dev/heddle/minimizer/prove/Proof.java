package dev.heddle.minimizer.prove;

import dev.heddle.minimizer.Execution;

/**
 * What came of trying everything.
 *
 * @param bound no execution of fewer deliveries than that shows the violation
 * @param shorter an execution of so many that does, or null where none was found
 * @param refusal why nothing can be proven, or null
 * @param states the states that were told apart in the last search, that for the most deliveries
 * @param transitions the steps between states that were looked at there
 * @param replays the executions of the target that it took to learn what its nodes do
 */
public record Proof(
        int bound, Execution shorter, Ending ending, String refusal, long states, long transitions, long replays) {
    /** Why it ended. */
    public enum Ending {
        /** Everything was tried, or something shorter was found. */
        DONE,
        /** The time was used up. */
        TIME,
        /** The states do not fit into memory. */
        MEMORY,
        /** Somebody wanted it to end. */
        STOPPED,
        /** Nothing can be proven. */
        REFUSED
    }

    /** Nothing is proven. @param why in one line for people */
    public static Proof refused(String why) {
        return new Proof(0, null, Ending.REFUSED, why, 0, 0, 0);
    }
}
