package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.world.HookError;
import dev.heddle.report.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle replay}: saved schedules followed again. */
@Command(name = "replay", description = "Follow saved schedules; say whether the same violation occurs.")
final class ReplayCommand implements Callable<Integer> {
    private final Environment environment;
    private final Output output;
    private final Failures failures;

    @Parameters(paramLabel = "SCHEDULE", arity = "1..*", description = "Files to replay, each by itself.")
    private List<String> files = new ArrayList<>();

    @Mixin
    private ClassPathOption classPath;

    @Option(
            names = "--bug",
            paramLabel = "ID",
            description = "Seed this bug instead of the recorded ones; repeatable. 'none' for none.")
    private List<String> bugs = new ArrayList<>();

    @Mixin
    private CheckOptions checks;

    @Option(names = "--lenient", description = "Skip events that are not possible, instead of stopping there.")
    private boolean lenient;

    @Option(
            names = "--times",
            paramLabel = "N",
            description = "Replay so often in one JVM; all must agree (default: 1).")
    private int times = 1;

    @Option(names = "--trace", paramLabel = "FILE", description = "Write what happened, step by step.")
    private String trace;

    @Mixin
    private OutputOptions display;

    ReplayCommand(Environment environment, Output output, Failures failures) {
        this.environment = environment;
        this.output = output;
        this.failures = failures;
    }

    @Override
    public Integer call() {
        if (times < 1) {
            throw new UsageException("--times must be at least 1, was " + times);
        }
        if (trace != null) {
            TextFile.check("--trace", trace, files.get(0));
        }
        if (trace != null && files.size() > 1) {
            throw new UsageException("--trace goes with one schedule, and here are " + files.size());
        }
        List<ReplayVerdict> verdicts = new ArrayList<>();
        for (String file : files) {
            ReplayVerdict verdict = replayOrSay(file);
            verdicts.add(verdict);
            if (verdict.result() == null) {
                output.note("heddle: " + verdict.message());
            } else {
                (display.quiet() ? verdict.lines().subList(0, 1) : verdict.lines()).forEach(output::line);
            }
        }
        int exit = ExitCode.of(verdicts.stream().map(ReplayVerdict::exit).toList());
        output.result(json(verdicts, exit));
        return exit;
    }

    private static Json json(List<ReplayVerdict> verdicts, int exit) {
        ReplayVerdict deciding =
                verdicts.stream().filter(v -> v.exit() == exit).findFirst().orElseThrow();
        return new Json()
                .put("outcome", deciding.outcome())
                .put("exit", exit)
                .put("message", deciding.message())
                .put("schedules", verdicts.stream().map(ReplayVerdict::json).toList());
    }

    private ReplayVerdict replayOrSay(String file) {
        try {
            return replay(file);
        } catch (UsageException | HookError e) {
            return ReplayVerdict.failed(file, ExitCode.USAGE, e.getMessage());
        } catch (RejectedException e) {
            return ReplayVerdict.rejected(file, e.breach());
        } catch (Throwable e) {
            // An error of one schedule, such as exhausted memory, is not the others'.
            return ReplayVerdict.failed(file, ExitCode.INTERNAL, failures.internal(e));
        }
    }

    private ReplayVerdict replay(String file) throws Exception {
        ScheduleFile read = ScheduleFile.read(file);
        ScheduleFile source = bugs.isEmpty() ? read : read.withBugs(TargetOptions.ids(bugs));
        Header header = source.schedule().header();
        try (Subject subject = Subject.open(environment, header, classPath)) {
            Replay replay = new Replay(source, subject.invariants(checks.invariants()), checks.checkEvery(), lenient,
                    times, trace != null);
            Runnable threadLeftBehind = () -> environment.threadLeftBehind().set(true);
            Replay.Result result = replay.runChecked(subject.target(), threadLeftBehind);
            if (result.trace() != null) {
                TextFile.write(environment, "--trace", trace, replay.told(result, subject, threadLeftBehind));
            }
            return ReplayVerdict.of(source, result);
        } catch (UsageException e) {
            throw e.about(file);
        }
    }
}
