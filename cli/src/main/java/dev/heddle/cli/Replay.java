package dev.heddle.cli;

import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Pulse;
import dev.heddle.harness.fuzz.Watched;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TraceWriter;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.HookError;
import java.util.List;

/**
 * One schedule replayed once or several times in a row, on a thread of its own.
 *
 * @param invariants ids of those that are checked
 * @param traced whether what happens is written down
 */
record Replay(ScheduleFile file, List<String> invariants, int checkEvery, boolean lenient, int times, boolean traced) {

    /**
     * What became of it.
     *
     * @param skippedEvents the places in the schedule, from 1, of events that were not possible
     * @param deliveries the number of deliveries of the first run
     * @param trace what happened in the first run, or null
     * @param differing the number of the first run, from 2, that went another way; 0 where all were the same
     */
    record Result(Outcome outcome, List<Integer> skippedEvents, long deliveries, String trace, int differing) {
        int skipped() {
            return skippedEvents.size();
        }
    }

    /** Runs it; a handler that hangs is an outcome, and its thread is left behind. */
    Result run(Target target, Runnable threadLeftBehind) throws Exception {
        Pulse pulse = new Pulse();
        try {
            return Watched.call(() -> replay(target, pulse), pulse);
        } catch (Watched.HungException hung) {
            threadLeftBehind.run();
            return new Result(new Outcome.Rejected(hung.breach()), List.of(), pulse.deliveries(), null, 0);
        }
    }

    private Result replay(Target target, Pulse pulse) {
        RunOptions options = RunOptions.on(file.schedule().header().network())
                .withTiming(file.schedule().header().timing())
                .withCheckEvery(checkEvery);
        try (Replayer replayer = new Replayer(target, Subject.checked(target, invariants), options)) {
            pulse.of(replayer.coordinator());
            Result first = once(replayer);
            for (int i = 2; i <= times; i++) {
                Result next = once(replayer);
                if (!same(first, next)) {
                    return new Result(first.outcome(), first.skippedEvents(), first.deliveries(), first.trace(), i);
                }
            }
            return first;
        }
    }

    private Result once(Replayer replayer) {
        Schedule schedule = file.schedule();
        StringBuilder trace = traced ? new StringBuilder() : null;
        StepListener listener = StepListener.NONE;
        if (traced) {
            trace.append(ScheduleFormat.write(new Schedule(schedule.header(), List.of())));
            listener = new TraceWriter(line -> trace.append(line).append('\n'));
        }
        Replayer.Result result = lenient ? replayer.lenient(schedule, listener) : replayer.strict(schedule, listener);
        return new Result(result.outcome(), result.skippedEvents(), replayer.coordinator().world().deliveries(),
                traced ? trace.toString() : null, 0);
    }

    private static boolean same(Result a, Result b) {
        return a.outcome().sameAs(b.outcome())
                && a.deliveries() == b.deliveries()
                && a.skippedEvents().equals(b.skippedEvents())
                && (a.trace() == null || a.trace().equals(b.trace()));
    }

    /** Runs it, where whatever the schedule asks of the target and cannot be had is bad input. */
    Result runChecked(Target target, Runnable threadLeftBehind) throws Exception {
        try {
            return run(target, threadLeftBehind);
        } catch (Replayer.UnknownNodeException e) {
            throw new UsageException(file.place(e.event()) + ": " + e.getMessage()
                    + Nearest.to(e.name(), e.known()).map(name -> "; did you mean " + name + "?").orElse(""), e);
        } catch (IllegalArgumentException | HookError e) {
            throw new UsageException(file.name() + ": " + e.getMessage(), e);
        }
    }
}
