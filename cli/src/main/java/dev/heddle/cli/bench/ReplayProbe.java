package dev.heddle.cli.bench;

import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;

/** Strict replays of one short schedule, as a minimizer runs them by the thousand. */
public final class ReplayProbe implements Probe {
    private final Replayer replayer;
    private final Schedule schedule;

    /** @param name the target's */
    public ReplayProbe(String name, Target target, int deliveries) {
        RunOptions options = RunOptions.on(NetworkKind.FIFO);
        try (ExecutionProbe original =
                new ExecutionProbe(target, options.withMaxDeliveries(deliveries), false)) {
            while (original.one() < deliveries) {
                // Until an execution is as long as it may be.
            }
            Header header = Header.of(name, target.nodes().size(), original.lastSeed());
            schedule = new Schedule(header, original.lastEvents());
        }
        replayer = new Replayer(target, target.invariants(), options);
    }

    @Override
    public long work(long nanos) {
        long end = WallClock.nanos() + nanos;
        long replays = 0;
        while (WallClock.nanos() < end) {
            Outcome outcome = replayer.strict(schedule, StepListener.NONE).outcome();
            if (!(outcome instanceof Outcome.Passed)) {
                throw new IllegalStateException("the benchmark's own schedule does not replay: " + outcome);
            }
            replays++;
        }
        return replays;
    }

    @Override
    public void close() {
        replayer.close();
    }
}
