package dev.heddle.harness.fuzz;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.NumberedExecution;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The executions of a campaign, one after the other on the calling thread, up to the first find: how many
 * deliveries it takes is the same on every machine.
 */
public final class Trial {
    /**
     * What it came to.
     *
     * @param find how the last execution ended, or null where nothing was found
     * @param executions the number of executions, the last one included
     * @param deliveries the number of deliveries in all of them
     */
    public record Result(Outcome find, long executions, long deliveries) {}

    private final Target target;
    private final List<Invariant> invariants;
    private final RunOptions options;
    private final FuzzSettings settings;
    private final Pulse pulse;

    /** @param settings with the target's own workload */
    public Trial(Target target, List<Invariant> invariants, RunOptions options, FuzzSettings settings) {
        this(target, invariants, options, settings, new Pulse());
    }

    private Trial(Target target, List<Invariant> invariants, RunOptions options, FuzzSettings settings, Pulse pulse) {
        this.target = target;
        this.invariants = invariants;
        this.options = options;
        this.settings = settings;
        this.pulse = pulse;
    }

    /** The same, which a watchdog looks at by this pulse. */
    public Trial with(Pulse other) {
        return new Trial(target, invariants, options, settings, other);
    }

    /**
     * Runs the executions of a seed.
     *
     * @param maxDeliveries ends once there were so many, with the execution that runs then
     * @param stopped ends after the execution that runs
     */
    public Result run(StrategyFactory factory, long seed, long maxDeliveries, BooleanSupplier stopped) {
        Rounds rounds = new Rounds(factory.search());
        long deliveries = 0;
        long i = 0;
        try (Coordinator coordinator = new Coordinator(target, invariants, options)) {
            pulse.of(coordinator);
            while (deliveries < maxDeliveries && !stopped.getAsBoolean()) {
                NumberedExecution execution = new NumberedExecution(seed, i);
                Strategy strategy = rounds.strategy(settings, execution.rng());
                Outcome outcome = execution.run(coordinator, strategy, StepListener.NONE);
                deliveries += coordinator.world().deliveries();
                rounds.ended(i++, strategy);
                if (!(outcome instanceof Outcome.Passed)) {
                    return new Result(outcome, i, deliveries);
                }
            }
        }
        return new Result(null, i, deliveries);
    }
}
