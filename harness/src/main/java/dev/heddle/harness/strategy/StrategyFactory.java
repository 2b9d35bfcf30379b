package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;

/** Makes the strategies of executions. */
public interface StrategyFactory {
    /** The name on the command line. */
    String id();

    /** One line for {@code heddle list}. */
    String summary();

    /** The strategy of one execution by itself, which draws all its choices from {@code rng}. */
    Strategy create(FuzzSettings settings, Rng rng);

    /** The strategies of a campaign's executions; nothing is learned by default. */
    default Search search() {
        return this::create;
    }
}
