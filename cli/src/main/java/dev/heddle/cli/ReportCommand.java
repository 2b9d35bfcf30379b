package dev.heddle.cli;

import dev.heddle.cli.process.Launch;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.report.json.Json;
import dev.heddle.report.page.Film;
import dev.heddle.report.page.ReportPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle report}: a saved schedule as a page to look at. */
@Command(name = "report", description = "Follow a saved schedule and write one HTML page that shows what happened.")
final class ReportCommand implements Callable<Integer> {
    private static final String OUT = "--output";

    private final Environment environment;
    private final Output output;

    @Parameters(paramLabel = "SCHEDULE", description = "The file to show.")
    private String file;

    @Option(names = {"-o", OUT}, paramLabel = "FILE", description = "The page (default: beside the schedule, .html).")
    private String page;

    @Mixin
    private ClassPathOption classPath;

    @Mixin
    private CheckOptions checks;

    @Mixin
    private OutputOptions display;

    ReportCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() throws Exception {
        if (page != null) {
            TextFile.check(OUT, page, file);
        }
        try (FilmedSchedule filmed = FilmedSchedule.open(environment, file, classPath, checks)) {
            Filming.Shot shot = filmed.shot();
            ReplayVerdict verdict = filmed.verdict(shot);
            if (!followed(shot.result().outcome())) {
                verdict.lines().forEach(output::line);
                return finished(verdict, verdict.exit(), null);
            }
            List<Film> films = new ArrayList<>(List.of(shot.film()));
            films.addAll(filmed.companions());
            String written = page == null ? beside() : page;
            TextFile.write(environment, OUT, written, new ReportPage(films, replay(), null).html());
            if (!display.quiet()) {
                output.line(verdict.lines().get(0));
            }
            output.line("report: " + written);
            return finished(verdict, verdict.exit() == ExitCode.VIOLATION ? ExitCode.OK : verdict.exit(), written);
        }
    }

    private String beside() {
        Path schedule = Path.of(file);
        return schedule.resolveSibling(FilmedSchedule.name(schedule) + ".html").toString();
    }

    private String replay() {
        List<String> arguments = new ArrayList<>(List.of("replay", file));
        arguments.addAll(checks.arguments());
        arguments.addAll(classPath.arguments());
        return Launch.commandLine(arguments);
    }

    /** True where there is a whole execution to show. */
    static boolean followed(Outcome outcome) {
        return outcome instanceof Outcome.Violated || outcome instanceof Outcome.Passed;
    }

    private int finished(ReplayVerdict verdict, int exit, String written) {
        output.result(new Json()
                .put("outcome", verdict.outcome())
                .put("exit", exit)
                .put("message", verdict.message())
                .put("schedule", file)
                .put("violation", verdict.violation())
                .put("report", written));
        return exit;
    }
}
