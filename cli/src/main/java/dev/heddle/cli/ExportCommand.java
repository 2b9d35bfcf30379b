package dev.heddle.cli;

import dev.heddle.cli.text.JsonObject;
import dev.heddle.cli.text.UsageException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle export}: a schedule in a form that other tools take. */
@Command(name = "export", description = "Turn a schedule into a regression test.")
final class ExportCommand implements Callable<Integer> {
    private final Output output;

    @Parameters(paramLabel = "SCHEDULE", description = "The file to export; it stays as it is.")
    private String file;

    @Option(
            names = "--junit",
            description = "Keep a copy in the corpus and write a JUnit 5 test that replays it.")
    private boolean junit;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "The name of the test class (default: the scenario's with Test behind).")
    private String testClass;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "Where the schedule is kept (default: src/test/heddle).")
    private String corpus = "src/test/heddle";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of sources that the class is written to (default: it is printed).")
    private String out;

    @Mixin
    private OutputOptions display;

    ExportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        if (!junit) {
            throw new UsageException("export to what? say --junit");
        }
        RegressionTest test = RegressionTest.of(ScheduleFile.read(file), testClass, corpus);
        Path kept = test.keep();
        Path written = out == null ? null : test.write(Path.of(out));
        if (!display.quiet()) {
            output.line("kept as " + kept);
        }
        if (written != null) {
            output.line((test.existed(Path.of(out)) ? "replayed by " : "written to ") + written);
        } else {
            test.source().lines().forEach(output::line);
        }
        output.result(new JsonObject()
                .put("outcome", "exported")
                .put("exit", ExitCode.OK)
                .put("message", null)
                .put("schedule", kept.toString())
                .put("test", written == null ? null : written.toString())
                .put("source", test.source()));
        return ExitCode.OK;
    }
}
