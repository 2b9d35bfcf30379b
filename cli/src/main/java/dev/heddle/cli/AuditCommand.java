package dev.heddle.cli;

import dev.heddle.cli.process.Launch;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.audit.TraceComparison.Difference;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.report.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code heddle audit}: the same executions under other circumstances, compared. */
@Command(
        name = "audit",
        description = "Repeat executions with fresh systems and in other JVMs (other hash codes, iteration orders,"
                + " locales, time zones, compilers), and name the first difference.")
final class AuditCommand implements Callable<Integer> {
    private static final int DEFAULT_EXECUTIONS = 20;

    private final Environment environment;
    private final Output output;

    @Parameters(paramLabel = "TARGET|SCHEDULE", description = "A target, or a saved schedule.")
    private String subject;

    @Mixin
    private TargetOptions configuration;

    @Mixin
    private SearchOptions search;

    @Option(
            names = "--executions",
            paramLabel = "N",
            description = "Compare so many executions, or replays of the schedule (default: " + DEFAULT_EXECUTIONS
                    + ").")
    private int executions = DEFAULT_EXECUTIONS;

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Compare nothing: write the recording to a file, to be compared with one made elsewhere.")
    private Path record;

    @Mixin
    private OutputOptions display;

    @Spec
    private CommandSpec spec;

    AuditCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() throws Exception {
        if (executions < 1) {
            throw new UsageException("--executions must be at least 1, was " + executions);
        }
        if (record != null && AuditRecorder.likeItsParent()) {
            return AuditRecorder.SAME_ORDER;
        }
        Schedule schedule = ScheduleFile.orTarget(
                environment.catalog(), subject, !configuration.classPath().paths().isEmpty());
        Header asked = schedule == null ? configuration.header(subject, search.seed()) : schedule.header();
        if (schedule == null) {
            output.seed(asked.seed(), search.seedGiven());
        }
        try (Subject opened = schedule == null
                ? configuration.open(environment, asked)
                : Subject.open(environment, asked, configuration.classPath())) {
            Header header = opened.header();
            if (schedule == null && configuration.nodesGiven()) {
                opened.checkNodes(asked.nodes());
            }
            AuditPlan plan = new AuditPlan(opened, schedule, search.runOptions(header), search.strategy(),
                    search.settings(opened.target(), header.network()),
                    opened.invariants(search.checks().invariants()), executions);
            if (record != null) {
                return recordOnly(plan);
            }
            output.heading(schedule == null ? "seed " + header.seed() + ": " + subject : subject);
            return report(new Audit(plan, environment, childArguments(header)).run(), header);
        }
    }

    private int recordOnly(AuditPlan plan) throws Exception {
        AuditRecorder.Recorded recorded =
                AuditRecorder.record(plan, plan.subject().target(), false, record, environment);
        AuditRecorder.Trouble trouble = recorded.trouble();
        int exit = trouble == null ? ExitCode.OK : trouble.exit();
        output.line(trouble != null
                ? trouble.message()
                : extent(recorded.events()) + " recorded in " + record);
        output.result(new Json()
                .put("outcome", trouble == null ? "passed" : trouble.outcome())
                .put("exit", exit)
                .put("message", trouble == null ? null : trouble.message())
                .put("executions", executions)
                .put("events", recorded.events())
                .put("recording", record));
        return exit;
    }

    /** What the other JVMs are told, but for where to record. */
    private List<String> childArguments(Header header) {
        List<String> arguments = new ArrayList<>(spec.commandLine().getParseResult().originalArgs());
        arguments.removeAll(List.of("--json", "--quiet"));
        if (!search.seedGiven()) {
            arguments.add("--seed=" + header.seed());
        }
        return arguments;
    }

    private int report(Audit.Verdict verdict, Header header) {
        // A difference is of no use without its lines and suspects, however quiet it should be.
        lines(verdict).forEach(output::line);
        if (verdict.exit() != ExitCode.OK) {
            output.line("see it again with");
            output.line(Launch.commandLine(childArguments(header)));
        }
        Difference difference = verdict.difference();
        output.result(new Json()
                .put("outcome", verdict.outcome())
                .put("exit", verdict.exit())
                .put("message", verdict.message())
                .put("target", header.target())
                .put("bugs", header.bugs())
                .put("seed", header.seed())
                .put("executions", executions)
                .put("events", verdict.events())
                .put("compared", verdict.compared())
                .put("difference", difference == null ? null : json(verdict.against(), difference)));
        return verdict.exit();
    }

    private String extent(long events) {
        return Quantity.of(executions, "execution") + ", " + Quantity.of(events, "event");
    }

    private List<String> lines(Audit.Verdict verdict) {
        if (verdict.difference() == null) {
            return verdict.exit() != ExitCode.OK
                    ? List.of(verdict.message())
                    : List.of("the same in every run: " + extent(verdict.events()) + ", compared with "
                            + String.join("; ", verdict.compared()));
        }
        Difference d = verdict.difference();
        List<String> lines = new ArrayList<>();
        lines.add(verdict.message());
        d.context().forEach(line -> lines.add("    " + line));
        lines.add("  < " + (d.first() == null ? "(the end)" : d.first()));
        lines.add("  > " + (d.second() == null ? "(the end)" : d.second()));
        lines.add("  suspects:");
        d.suspects().forEach(suspect -> lines.add("    " + suspect));
        return lines;
    }

    private static Json json(String against, Difference d) {
        return new Json()
                .put("against", against)
                .put("execution", d.execution())
                .put("line", d.line())
                .put("context", d.context())
                .put("first", d.first())
                .put("second", d.second())
                .put("suspects", d.suspects());
    }
}
