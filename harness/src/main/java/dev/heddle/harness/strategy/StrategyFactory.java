package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;

/** Makes the strategy of each execution. */
public interface StrategyFactory {
    /** The name on the command line. */
    String id();

    /** One line for {@code heddle list}. */
    String summary();

    /** The strategy of one execution, which draws all its choices from {@code rng}. */
    Strategy create(FuzzSettings settings, Rng rng);
}
