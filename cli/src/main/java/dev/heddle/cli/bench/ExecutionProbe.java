package dev.heddle.cli.bench;

import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.random.NodeRandom;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import java.util.List;
import java.util.Map;

/** One worker's executions as a campaign runs them: all invariants after each delivery, recording on. */
public final class ExecutionProbe implements Probe {
    private static final long SEED = 1;

    private final Coordinator coordinator;
    private final FuzzSettings settings;
    private final boolean countDeliveries;
    private long next;

    /** @param countDeliveries what {@link #work} counts: deliveries, or else executions */
    public ExecutionProbe(Target target, RunOptions options, boolean countDeliveries) {
        coordinator = new Coordinator(target, target.invariants(), options);
        settings = settings(target);
        this.countDeliveries = countDeliveries;
    }

    /** The settings that fuzzing has by default. */
    static FuzzSettings settings(Target target) {
        return new FuzzSettings(target.workload(), target.clients(), -1, target.faults(), Map.of());
    }

    @Override
    public long work(long nanos) {
        long end = WallClock.nanos() + nanos;
        long deliveries = 0;
        long executions = 0;
        while (WallClock.nanos() < end) {
            deliveries += one();
            executions++;
        }
        return countDeliveries ? deliveries : executions;
    }

    /** Runs one execution; the number of its deliveries. */
    public long one() {
        long i = next++;
        coordinator.run(NodeRandom.seedOfExecution(SEED, i),
                Strategies.all().get(0).create(settings, Rng.ofExecution(SEED, i)), StepListener.NONE);
        return coordinator.world().deliveries();
    }

    /** The target's seed of the last execution. */
    long lastSeed() {
        return NodeRandom.seedOfExecution(SEED, next - 1);
    }

    /** What the last execution did. */
    List<Event> lastEvents() {
        return coordinator.world().history().events();
    }

    @Override
    public void close() {
        coordinator.close();
    }
}
