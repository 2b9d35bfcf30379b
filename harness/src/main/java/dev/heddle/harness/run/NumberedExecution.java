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
public record NumberedExecution(long seed, long number) {
    /** What the strategy draws all its choices from. */
    public Rng rng() {
        return Rng.ofExecution(seed, number);
    }

    /** The strategy, or where it is an execution that ends settling, one that settles after some of its choices. */
    public Strategy settling(Strategy strategy, Target target, long maxDeliveries) {
        return EndsSettling.sometimes(strategy, Rng.ofExecution(~seed, number), maxDeliveries, target.settleMillis(),
                target.preferences().settleShare());
    }

    /** Runs it. */
    public Outcome run(Coordinator coordinator, Strategy strategy, StepListener listener) {
        Strategy settling = settling(strategy, coordinator.target(), coordinator.options().maxDeliveries());
        return coordinator.run(NodeRandom.seedOfExecution(seed, number), settling, listener);
    }
}
