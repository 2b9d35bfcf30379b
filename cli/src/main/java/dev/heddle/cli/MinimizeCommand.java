package dev.heddle.cli;

import dev.heddle.cli.process.Launch;
import dev.heddle.cli.text.Progress;
import dev.heddle.cli.text.Terminal;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.MinimizerOptions;
import dev.heddle.minimizer.engine.FreshExecutions;
import dev.heddle.report.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle minimize}: a saved schedule made as small as it gets. */
@Command(name = "minimize", description = "Make a saved schedule as short as it gets while the same invariant breaks.")
final class MinimizeCommand implements Callable<Integer> {
    private final Environment environment;
    private final Output output;

    @Parameters(paramLabel = "SCHEDULE", description = "The file to minimize; it stays as it is.")
    private String file;

    @Mixin
    private ClassPathOption classPath;

    @Mixin
    private CheckOptions checks;

    @Mixin
    private MinimizeOptions work;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the run is saved (default: runs).")
    private String out = "runs";

    @Mixin
    private OutputOptions display;

    MinimizeCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() {
        MinimizerOptions options = work.options();
        Schedule schedule = ScheduleFile.read(file).schedule();
        Header header = schedule.header();
        try (Subject subject = Subject.open(environment, header, classPath)) {
            checkNames(schedule, subject);
            RunFiles files = new RunFiles(output, header, out);
            Progress progress = new Progress(output.err(), Terminal.present() && !display.quiet());
            Minimization.Terms terms = new Minimization.Terms(
                    subject.invariants(checks.invariants()), checks.checkEvery(), subject.target().faults(),
                    FreshExecutions.BY_DEFAULT, options, work.prove());
            MinimizeResult result = new Minimization(
                            environment, output, subject, files, 0, terms, progress, this::replay)
                    .of(new Schedule(header.withNodes(subject.header().nodes()), schedule.events()));
            return report(result, page(subject, schedule, files, result));
        } catch (UsageException e) {
            throw e.about(file);
        }
    }

    /** The page about the result, or null where there is none. */
    private Path page(Subject subject, Schedule given, RunFiles files, MinimizeResult result) {
        if (!result.replayable() || environment.interrupts().requested()) {
            return null;
        }
        Filming filming =
                new Filming(environment, subject, subject.invariants(checks.invariants()), checks.checkEvery());
        return new ReportFile(filming, output, files, this::replay, null)
                .of(ReportFile.NAME, given, Path.of(file), result);
    }

    private void checkNames(Schedule schedule, Subject subject) {
        try {
            Replayer.checkNames(schedule, subject.target().nodes());
        } catch (IllegalArgumentException e) {
            throw new UsageException(file + ": " + e.getMessage(), e);
        }
    }

    private List<String> replay(Path schedule) {
        List<String> arguments = new ArrayList<>(List.of("replay", schedule.toString()));
        arguments.addAll(checks.arguments());
        arguments.addAll(classPath.arguments());
        return arguments;
    }

    private int report(MinimizeResult result, Path page) {
        boolean interrupted = environment.interrupts().requested();
        int exit = interrupted ? ExitCode.INTERRUPTED : result.exit();
        List<String> lines = result.lines();
        (display.quiet() ? lines.subList(0, 1) : lines).forEach(output::line);
        if (page != null && !display.quiet()) {
            output.line("see it in " + page);
        }
        if (result.replayable()) {
            if (!display.quiet()) {
                output.line("replay it with");
            }
            output.line(Launch.commandLine(replay(result.schedule())));
        }
        output.result(json(result, exit).put("report", page == null ? null : FuzzReport.text(page)));
        return exit;
    }

    private Json json(MinimizeResult result, int exit) {
        String outcome = switch (exit) {
            case ExitCode.INTERRUPTED -> "interrupted";
            case ExitCode.VIOLATION -> "violation";
            case ExitCode.NOT_REPRODUCED -> "not-reproduced";
            case ExitCode.DIVERGED -> "diverged";
            default -> "rejected";
        };
        return new Json()
                .put("outcome", outcome)
                .put("exit", exit)
                .put("message", result.message())
                .put("schedule", file)
                .put("violation", result.minimized() == null
                        ? null
                        : FuzzReport.violation(result.minimized().execution().violation()))
                .put("rejected", result.rejection())
                .put("found", result.minimized() == null ? null : found(result.minimized().start().schedule()))
                .put("minimized", result.json());
    }

    private Json found(Schedule schedule) {
        return new Json()
                .put("deliveries", schedule.deliveries())
                .put("externals", schedule.externals())
                .put("length", schedule.length())
                .put("nodes", schedule.header().nodes())
                .put("schedule", file);
    }
}
