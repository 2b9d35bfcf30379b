package dev.heddle.junit;

import dev.heddle.harness.fuzz.Pulse;
import dev.heddle.harness.fuzz.Watched;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.HookError;
import java.util.List;

/**
 * Schedules followed, on a thread that is left behind where the target hangs.
 *
 * @param invariants ids of those that are checked
 */
record Playback(Target target, List<String> invariants) {
    /**
     * What became of a schedule.
     *
     * @param executed what really happened
     * @param skipped how many events were not possible
     */
    record Result(Outcome outcome, Schedule executed, int skipped) {}

    Result strict(Schedule schedule) {
        return run(schedule, false);
    }

    Result lenient(Schedule schedule) {
        return run(schedule, true);
    }

    private Result run(Schedule schedule, boolean lenient) {
        Pulse pulse = new Pulse();
        try {
            return Watched.call(() -> followed(schedule, lenient, pulse), pulse);
        } catch (Watched.HungException hung) {
            return new Result(new Outcome.Rejected(hung.breach()), schedule, 0);
        } catch (IllegalArgumentException | HookError e) {
            throw new BrokenTestException(e.getMessage(), e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Result followed(Schedule schedule, boolean lenient, Pulse pulse) {
        RunOptions options = RunOptions.on(schedule.header().network()).withTiming(schedule.header().timing());
        try (Replayer replayer = new Replayer(target, target.invariants(invariants), options)) {
            pulse.of(replayer.coordinator());
            Replayer.Result result = lenient
                    ? replayer.lenient(schedule, StepListener.NONE)
                    : replayer.strict(schedule, StepListener.NONE);
            Schedule executed =
                    new Schedule(schedule.header(), replayer.coordinator().world().history().events());
            return new Result(result.outcome(), executed, result.skipped());
        }
    }
}
