package dev.heddle.minimizer.engine;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.strategy.EndsSettling;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.function.Function;

/**
 * How executions are made that have nothing in common with a candidate: as by the search that found the violation.
 *
 * @param settings those of that search, for a target
 */
public record Roaming(StrategyFactory strategies, Function<Target, FuzzSettings> settings) {
    /** As a target is searched where nothing else is asked for. */
    public static final Roaming BY_DEFAULT = new Roaming(
            Strategies.all().get(0),
            target -> new FuzzSettings(
                    target.workload(), target.clients(), target.preferences().commands(), target.faults(),
                    target.preferences().weights()));

    /** As a search with these settings, whose workload is another target's. */
    public static Roaming as(StrategyFactory strategies, FuzzSettings settings) {
        return new Roaming(strategies, target -> settings.withWorkload(target.workload()));
    }

    /** The strategy of an execution, by its number among those that a seed stands for. */
    Strategy execution(Target target, long seed, long number, long deliveries) {
        Strategy own = strategies.search().strategy(settings.apply(target), Rng.ofExecution(seed, number));
        Strategy settling = EndsSettling.sometimes(own, Rng.ofExecution(~seed, number), deliveries,
                target.settleMillis(), target.preferences().settleShare());
        return world ->
                world.deliveries() >= deliveries && !world.fairEnd().begun() ? null : settling.choose(world);
    }
}
