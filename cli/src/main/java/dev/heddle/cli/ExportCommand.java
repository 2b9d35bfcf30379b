package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.report.export.Export;
import dev.heddle.report.export.JsonEvents;
import dev.heddle.report.export.Mermaid;
import dev.heddle.report.export.ShiViz;
import dev.heddle.report.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle export}: a saved schedule in the format of another tool. */
@Command(name = "export", description = "Turn a saved schedule into another tool's format, or into a regression test.")
final class ExportCommand implements Callable<Integer> {
    private static final String OUT = "--output";

    private final Environment environment;
    private final Output output;

    @Parameters(paramLabel = "SCHEDULE", description = "The file to export.")
    private String file;

    @Option(names = "--mermaid", description = "A Mermaid sequence diagram, for issues and Markdown.")
    private boolean mermaid;

    @Option(names = "--shiviz", description = "A log for ShiViz, with vector clocks.")
    private boolean shiviz;

    @Option(names = "--json", description = "One JSON object, for programs; with --junit: what was written.")
    private boolean json;

    @Mixin
    private JUnitExport junit;

    @Option(names = {"-o", OUT}, paramLabel = "FILE", description = "Where to write it (default: standard output).")
    private String out;

    @Mixin
    private ClassPathOption classPath;

    @Mixin
    private CheckOptions checks;

    @Option(names = "--debug", description = "Log everything; stack traces with errors.")
    private boolean debug;

    ExportCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() throws Exception {
        classPath.check();
        if (junit.chosen() && !mermaid && !shiviz) {
            junit.export(file, output);
            return ExitCode.OK;
        }
        Export export = export();
        if (junit.folder() != null) {
            throw new UsageException("--out is the folder of --junit; write to a file with " + OUT);
        }
        if (out != null) {
            TextFile.check(OUT, out, file);
        }
        try (FilmedSchedule filmed = FilmedSchedule.open(environment, file, classPath, checks)) {
            Filming.Shot shot = filmed.shot();
            ReplayVerdict verdict = filmed.verdict(shot);
            if (!ReportCommand.followed(shot.result().outcome())) {
                verdict.lines().forEach(output::note);
                output.failed(verdict.exit(), verdict.message());
                return verdict.exit();
            }
            TextFile.write(environment, OUT, out == null ? TextFile.STANDARD_OUTPUT : out,
                    export.write(shot.film().execution()));
            if (verdict.exit() == ExitCode.NOT_REPRODUCED) {
                output.note("heddle: " + verdict.lines().get(0));
            }
            int exit = verdict.exit() == ExitCode.VIOLATION ? ExitCode.OK : verdict.exit();
            if (out != null) {
                output.result(result(verdict, exit));
            }
            return exit;
        }
    }

    private Json result(ReplayVerdict verdict, int exit) {
        return new Json()
                .put("outcome", verdict.outcome())
                .put("exit", exit)
                .put("message", verdict.message())
                .put("schedule", file)
                .put("export", out);
    }

    private Export export() {
        if (junit.chosen()) {
            throw new UsageException("--junit writes a test, which goes with no other format: leave one out");
        }
        Map<String, Export> chosen = new LinkedHashMap<>();
        if (mermaid) {
            chosen.put("--mermaid", new Mermaid());
        }
        if (shiviz) {
            chosen.put("--shiviz", new ShiViz());
        }
        if (json) {
            chosen.put("--json", new JsonEvents());
        }
        if (chosen.size() != 1) {
            throw new UsageException((chosen.isEmpty() ? "which format?" : String.join(" and ", chosen.keySet())
                    + " are different formats:") + " choose one of --mermaid, --shiviz, --json and --junit");
        }
        return chosen.values().iterator().next();
    }
}
