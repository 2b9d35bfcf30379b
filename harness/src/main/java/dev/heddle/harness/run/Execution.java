package dev.heddle.harness.run;

import dev.heddle.harness.random.NodeRandom;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.strategy.EndsSettling;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;

/**
 * An execution by its number among those that a seed stands for: the same, whoever runs it.
 *
 * @param number from 0
 */
public record Execution(long seed, long number) {
    /** What the strategy draws all its choices from. */
    public Rng rng() {
        return Rng.ofExecution(seed, number);
    }

    /** Runs it; where it is one that ends settling, after some of the strategy's choices. */
    public Outcome run(Coordinator coordinator, Strategy strategy, StepListener listener) {
        Target target = coordinator.target();
        Strategy settling = EndsSettling.sometimes(
                strategy, Rng.ofExecution(~seed, number), coordinator.options().maxDeliveries(),
                target.settleMillis(), target.preferences().settleShare());
        return coordinator.run(NodeRandom.seedOfExecution(seed, number), settling, listener);
    }
}
