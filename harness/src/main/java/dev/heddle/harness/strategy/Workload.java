package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;

/** The commands that clients issue, as text. */
@FunctionalInterface
public interface Workload {
    /** The client that asks for progress while an execution settles; the others are called c1, c2, … */
    String PROBER = "c0";

    /** No commands at all. */
    Workload NONE = (count, rng) -> null;

    /**
     * The next command.
     *
     * @param count how many this execution has issued already
     * @param rng the strategy's generator
     * @return the text, or null where there is none
     */
    String next(int count, Rng rng);

    /**
     * A command that a system without faults takes and answers: it is sent to one node after the other
     * while an execution settles.
     *
     * @param count how many were sent already
     * @return the text, or null where there is no such command
     */
    default String probe(int count) {
        return null;
    }

    /** Whether clients send commands to a node; by default to every one. */
    default boolean addresses(String node) {
        return true;
    }

    /** Whether a node that gives this answer is the one to ask, to which clients like to return. */
    default boolean serves(String answer) {
        return false;
    }
}
