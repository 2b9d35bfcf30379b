package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.debugger.DebuggerException;
import dev.heddle.debugger.command.SavedTests;
import dev.heddle.report.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** A schedule kept in a corpus, with the JUnit test that replays it, as options say. */
final class JUnitExport {
    static final String CORPUS = "src/test/heddle";

    @Option(
            names = "--junit",
            description = "Keep a copy in the corpus and write a JUnit 5 test that replays it.")
    private boolean chosen;

    @Option(
            names = "--class",
            paramLabel = "NAME",
            description = "With --junit: the name of the test class (default: the scenario's with Test behind).")
    private String testClass;

    @Option(
            names = "--corpus",
            paramLabel = "DIR",
            description = "With --junit: where the schedule is kept (default: src/test/heddle).")
    private String corpus = CORPUS;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "With --junit: the folder of sources that the class is written to (default: it is printed).")
    private String out;

    /** The folder of sources that was given, or null. */
    String folder() {
        return out;
    }

    /** Whether this is what was asked for. */
    boolean chosen() {
        return chosen;
    }

    /** Tests of what is saved in the debugger: kept in a corpus, and shown. */
    static SavedTests ofSaved(String corpus) {
        return (file, schedule) -> ofSaved(new ScheduleFile(file.toString(), schedule, List.of()), corpus);
    }

    private static Supplier<List<String>> ofSaved(ScheduleFile file, String corpus) {
        RegressionTest test = refusing(() -> RegressionTest.of(file, null, corpus));
        return () -> {
            List<String> lines = new ArrayList<>(List.of("kept as " + refusing(test::keep)));
            test.source().lines().forEach(lines::add);
            return lines;
        };
    }

    private static <T> T refusing(Supplier<T> step) {
        try {
            return step.get();
        } catch (UsageException e) {
            throw new DebuggerException(e.getMessage());
        }
    }

    void export(String file, Output output) {
        RegressionTest test = RegressionTest.of(ScheduleFile.read(file), testClass, corpus);
        Path kept = test.keep();
        Path written = out == null ? null : test.write(Path.of(out));
        output.line("kept as " + kept);
        if (written != null) {
            output.line((test.existed(Path.of(out)) ? "replayed by " : "written to ") + written);
        } else {
            test.source().lines().forEach(output::line);
        }
        output.result(new Json()
                .put("outcome", "exported")
                .put("exit", ExitCode.OK)
                .put("message", null)
                .put("schedule", kept.toString())
                .put("test", written == null ? null : written.toString())
                .put("source", test.source()));
    }
}
