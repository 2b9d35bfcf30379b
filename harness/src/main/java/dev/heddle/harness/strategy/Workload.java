package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;

/** The commands that clients issue, as text. */
@FunctionalInterface
public interface Workload {
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
}
