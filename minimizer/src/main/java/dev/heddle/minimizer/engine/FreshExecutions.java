package dev.heddle.minimizer.engine;

import dev.heddle.harness.run.NumberedExecution;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.function.Function;

/**
 * Executions that have nothing in common with a candidate, as the search that found the violation makes them.
 *
 * @param settings those of that search, for a target
 * @param maxDeliveries an execution ends after so many
 */
public record FreshExecutions(
        StrategyFactory strategies, Function<Target, FuzzSettings> settings, long maxDeliveries) {
    /** Those of a search in which nothing special was asked for. */
    public static final FreshExecutions BY_DEFAULT = new FreshExecutions(
            Strategies.all().get(0),
            target -> new FuzzSettings(
                    target.workload(), target.clients(), target.preferences().commands(), target.faults(),
                    target.preferences().weights()),
            RunOptions.DEFAULT_MAX_DELIVERIES);

    /** Those of a search with these settings, but for the workload, which is each target's own. */
    public static FreshExecutions of(StrategyFactory strategies, FuzzSettings settings, long maxDeliveries) {
        return new FreshExecutions(strategies, target -> settings.withWorkload(target.workload()), maxDeliveries);
    }

    /** The strategy of one of them. */
    Strategy strategy(Target target, NumberedExecution execution) {
        Strategy own = strategies.search().strategy(settings.apply(target), execution.rng());
        Strategy settling = execution.settling(own, target, maxDeliveries);
        return world ->
                world.deliveries() >= maxDeliveries && !world.fairEnd().begun() ? null : settling.choose(world);
    }
}
