package dev.heddle.cli;

import dev.heddle.harness.audit.Recording;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.List;
import java.util.function.Consumer;

/**
 * What an audit repeats.
 *
 * @param schedule what is replayed, or null to fuzz
 * @param invariants ids of those that are checked
 */
record AuditPlan(
        Subject subject,
        Schedule schedule,
        RunOptions options,
        StrategyFactory strategy,
        FuzzSettings settings,
        List<String> invariants,
        int executions) {

    /** Runs it all on the calling thread. */
    void record(Target target, boolean freshSystems, Consumer<String> lines) {
        Recording recording = new Recording(
                target, Subject.checked(target, invariants), options.withFreshSystems(freshSystems), lines);
        if (schedule != null) {
            recording.replay(schedule, executions);
        } else {
            recording.campaign(
                    strategy, settings.withWorkload(target.workload()), subject.header().seed(), executions);
        }
    }
}
