package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;
import java.util.List;

/**
 * Where a campaign's executions come from; one object for each campaign, shared by its workers.
 *
 * <p>A search that learns does so between rounds of executions only, so that an execution depends on its
 * number and on those of earlier rounds, whoever ran them and when.
 */
@FunctionalInterface
public interface Search {
    /** The strategy of one execution, which draws all its choices from {@code rng}. Any thread may ask. */
    Strategy strategy(FuzzSettings settings, Rng rng);

    /** The number of executions in a round; 0 where nothing is learned. */
    default int round() {
        return 0;
    }

    /** Takes in a round: its strategies, in the order of their executions, once all have ended. */
    default void learn(List<Strategy> ended) {}
}
