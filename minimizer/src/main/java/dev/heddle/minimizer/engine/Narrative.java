package dev.heddle.minimizer.engine;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TraceWriter;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.minimizer.account.Account;
import dev.heddle.minimizer.account.Chronicle;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What happens in an execution as text: first in words, then step by step.
 *
 * @param targets makes the target with so many nodes
 * @param right makes it without its defects, or nothing where it cannot be had or has none
 * @param invariants ids of those that are checked
 * @param options network, timing and how often is checked
 */
public record Narrative(
        IntFunction<Target> targets,
        IntFunction<Optional<Target>> right,
        Collection<String> invariants,
        RunOptions options) {

    /**
     * The text of a trace file.
     *
     * @param schedule what was executed, in a form that can be followed to the letter
     * @param violation what it ended in
     */
    public String of(Schedule schedule, Violation violation) {
        Header header = schedule.header();
        StringBuilder steps = new StringBuilder();
        Chronicle seen = new Chronicle();
        TraceWriter writer = new TraceWriter(line -> steps.append(line).append('\n'));
        try (Replayer replayer = replayer(targets.apply(header.nodes()))) {
            replayer.strict(schedule, (action, world) -> {
                writer.stepped(action, world);
                seen.stepped(action, world);
            });
        }
        Account account = new Account(seen, violation);
        List<String> words = right.apply(header.nodes())
                .map(without -> account.linesAgainst(lenient(without, schedule), String.join(", ", header.bugs())))
                .orElseGet(account::lines);
        return ScheduleFormat.write(new Schedule(header, List.of()), words) + steps;
    }

    private Chronicle lenient(Target target, Schedule schedule) {
        Chronicle chronicle = new Chronicle();
        try (Replayer replayer = replayer(target)) {
            replayer.lenient(schedule, chronicle);
        }
        return chronicle;
    }

    private Replayer replayer(Target target) {
        return new Replayer(target, target.invariants(invariants), options);
    }
}
