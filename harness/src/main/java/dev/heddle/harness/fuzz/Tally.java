package dev.heddle.harness.fuzz;

import dev.heddle.harness.strategy.Outcome;

/**
 * What the executions of one kind of strategy came to.
 *
 * @param violations the number of executions that ended in one
 */
public record Tally(long executions, long deliveries, long violations) {
    /** That of one execution. */
    static Tally of(Outcome outcome, long deliveries) {
        return new Tally(1, deliveries, outcome instanceof Outcome.Violated ? 1 : 0);
    }

    /** That of these executions and others. */
    Tally plus(Tally others) {
        return new Tally(
                executions + others.executions, deliveries + others.deliveries, violations + others.violations);
    }
}
