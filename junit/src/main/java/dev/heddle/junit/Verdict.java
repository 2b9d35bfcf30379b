package dev.heddle.junit;

import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.world.RuleBreach;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.AssertionFailedError;

/** What a test says when it fails, with the test as its place: Heddle's own frames tell nobody anything. */
record Verdict(String testClass, String method) {
    private static final int MAX_LINES = 200;
    private static final int HEAD = 60;
    private static final int MAX_FRAMES = 40;

    /** The lines of a trace without the schedule's header, which is in its file. */
    static List<String> lines(String trace) {
        return trace.lines().dropWhile(line -> !line.isEmpty()).skip(1).toList();
    }

    /** A failure of three parts: what is wrong, how it came, and what to do. */
    AssertionFailedError failure(List<String> what, List<String> how, List<String> next) {
        List<String> lines = new ArrayList<>(what);
        lines.add("");
        lines.addAll(folded(how));
        lines.add("");
        lines.addAll(next);
        AssertionFailedError error = new AssertionFailedError(String.join(System.lineSeparator(), lines));
        error.setStackTrace(new StackTraceElement[] {new StackTraceElement(testClass, method, null, -1)});
        return error;
    }

    /** Of many lines the first and the last: how it ends is what one looks for. */
    private static List<String> folded(List<String> lines) {
        if (lines.size() <= MAX_LINES) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, HEAD));
        shown.add("\u2026 " + Quantity.of(lines.size() - MAX_LINES, "line is", "lines are") + " left out here");
        shown.addAll(lines.subList(lines.size() - (MAX_LINES - HEAD), lines.size()));
        return shown;
    }

    /** The target did what cannot be repeated; where it hangs, its thread is still there. */
    AssertionFailedError rejected(RuleBreach breach, String where, Path schedule) {
        List<String> how = new ArrayList<>();
        how.add("  cure: " + breach.remedy());
        for (Throwable t = breach.culprit(); t != null; t = t.getCause()) {
            how.add("  " + t);
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, MAX_FRAMES); i++) {
                how.add("    at " + frames[i]);
            }
        }
        return failure(List.of("rejected: " + breach.what(), "  " + where), how,
                List.of("a thread that hangs cannot be stopped: it is left behind, and goes on in this JVM until the"
                                + " tests end", "replay it alone:", "  " + replay(schedule)));
    }

    /** The command that replays a schedule and nothing else. */
    String replay(Path schedule) {
        String property = "-D" + HeddleExtension.SCHEDULE + "=" + schedule;
        return Files.exists(Path.of("pom.xml"))
                ? "mvn test -Dtest='" + testClass + "#" + method + "' " + property
                : "run this test with " + property;
    }
}
