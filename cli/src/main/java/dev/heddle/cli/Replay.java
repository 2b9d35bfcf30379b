package dev.heddle.cli;

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
import dev.heddle.harness.world.World;
import dev.heddle.minimizer.engine.Narrative;
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
     * @param executed the events of the first run, which can be followed to the letter; null where it came to no end
     * @param differing the number of the first run, from 2, that went another way; 0 where all were the same
     */
    record Result(
            Outcome outcome,
            List<Integer> skippedEvents,
            long deliveries,
            String trace,
            Schedule executed,
            int differing) {
        private Result differing(int run) {
            return new Result(outcome, skippedEvents, deliveries, trace, executed, run);
        }

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
            return new Result(new Outcome.Rejected(hung.breach()), List.of(), pulse.deliveries(), null, null, 0);
        }
    }

    private RunOptions options() {
        return RunOptions.on(file.schedule().header().network())
                .withTiming(file.schedule().header().timing())
                .withCheckEvery(checkEvery);
    }

    /**
     * What happened as a file: where something broke, in words as well. The words take further runs, one without the
     * bug; where those end otherwise, in whatever way, there are none.
     */
    String told(Result result, Subject subject, Runnable threadLeftBehind) throws Exception {
        if (!(result.outcome() instanceof Outcome.Violated violated)) {
            return result.trace();
        }
        try {
            String told = Watched.call(
                    () -> new Narrative(subject.anotherOfAnySize(), subject::right, invariants, options())
                            .of(result.executed(), violated.violation()),
                    new Pulse());
            return told.endsWith(steps(result.trace())) ? told : result.trace();
        } catch (Watched.HungException hung) {
            threadLeftBehind.run();
            return result.trace();
        } catch (HookError | RuntimeException shown) {
            return result.trace();
        }
    }

    private static String steps(String trace) {
        return trace.substring(trace.indexOf("\n\n") + 2);
    }

    private Result replay(Target target, Pulse pulse) {
        try (Replayer replayer = new Replayer(target, Subject.checked(target, invariants), options())) {
            pulse.of(replayer.coordinator());
            Result first = once(replayer);
            for (int i = 2; i <= times; i++) {
                Result next = once(replayer);
                if (!same(first, next)) {
                    return first.differing(i);
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
        World world = replayer.coordinator().world();
        return new Result(result.outcome(), result.skippedEvents(), world.deliveries(),
                traced ? trace.toString() : null, new Schedule(schedule.header(), world.history().events()), 0);
    }

    private static boolean same(Result a, Result b) {
        return a.outcome().sameAs(b.outcome())
                && a.deliveries() == b.deliveries()
                && a.skippedEvents().equals(b.skippedEvents())
                && (a.trace() == null || a.trace().equals(b.trace()));
    }

    /** Runs it, where whatever the schedule asks of the target and cannot be had is bad input. */
    Result runChecked(Target target, Runnable threadLeftBehind) throws Exception {
        return file.followed(() -> run(target, threadLeftBehind));
    }
}
