package dev.heddle.harness.audit;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.NumberedExecution;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TraceWriter;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.List;
import java.util.function.Consumer;

/**
 * Executions of one target as lines of text: what an audit compares.
 *
 * @param lines takes each line, without its end
 */
public record Recording(Target target, List<Invariant> invariants, RunOptions options, Consumer<String> lines) {

    /** Records the first executions of a campaign with this seed; violations do not end it. */
    public void campaign(StrategyFactory factory, FuzzSettings settings, long seed, long executions) {
        try (Coordinator coordinator = new Coordinator(target, invariants, options)) {
            for (long i = 0; i < executions; i++) {
                lines.accept("execution " + i);
                NumberedExecution execution = new NumberedExecution(seed, i);
                Strategy strategy = factory.create(settings, execution.rng());
                Outcome outcome = execution.run(coordinator, strategy, new TraceWriter(lines));
                lines.accept("ended " + describe(outcome));
            }
        }
    }

    /** Records a strict replay, so many times in a row. */
    public void replay(Schedule schedule, long times) {
        try (Replayer replayer = new Replayer(target, invariants, options)) {
            for (long i = 0; i < times; i++) {
                lines.accept("execution " + i);
                Outcome outcome = replayer.strict(schedule, new TraceWriter(lines)).outcome();
                lines.accept("ended " + describe(outcome));
            }
        }
    }

    private static String describe(Outcome outcome) {
        if (outcome instanceof Outcome.Violated v) {
            return "violated " + v.violation().shape();
        } else if (outcome instanceof Outcome.Diverged d) {
            return "diverged at event " + d.divergence().event();
        } else if (outcome instanceof Outcome.Rejected r) {
            return "rejected: " + r.breach().what();
        }
        return "passed";
    }
}
