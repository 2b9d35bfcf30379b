package dev.heddle.cli;

import dev.heddle.cli.text.JsonObject;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.strategy.Divergence;
import dev.heddle.harness.strategy.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one replayed schedule comes to.
 *
 * @param file the schedule
 * @param expected the recorded violation's shape, or empty
 * @param result null where it could not be run
 * @param exit its exit code
 * @param message one line
 */
record ReplayVerdict(String file, String expected, Replay.Result result, int exit, String message) {

    /** Holds what happened against what was recorded. */
    static ReplayVerdict of(String file, String expected, Replay.Result result) {
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Rejected rejected) {
            return new ReplayVerdict(file, expected, result, ExitCode.REJECTED, rejected.breach().what());
        } else if (outcome instanceof Outcome.Diverged diverged) {
            return new ReplayVerdict(file, expected, result, ExitCode.DIVERGED,
                    "diverged at event " + diverged.divergence().event());
        } else if (result.differing() > 0) {
            return new ReplayVerdict(file, expected, result, ExitCode.DIVERGED,
                    "run " + result.differing() + " went another way than run 1");
        }
        return judged(file, expected, result, outcome instanceof Outcome.Violated v ? v.violation() : null);
    }

    private static ReplayVerdict judged(String file, String expected, Replay.Result result, Violation met) {
        if (met == null) {
            return expected.isEmpty()
                    ? new ReplayVerdict(file, expected, result, ExitCode.OK, "no violation, and none is recorded")
                    : new ReplayVerdict(file, expected, result, ExitCode.NOT_REPRODUCED,
                            "the recorded violation (" + expected + ") did not occur");
        }
        String what = met.invariant() + ": " + met.detail();
        if (expected.isEmpty()) {
            return new ReplayVerdict(file, expected, result, ExitCode.VIOLATION, "violated " + what);
        }
        return met.sameShape(expected)
                ? new ReplayVerdict(file, expected, result, ExitCode.VIOLATION, "violated as recorded, " + what)
                : new ReplayVerdict(file, expected, result, ExitCode.NOT_REPRODUCED,
                        "another violation than the recorded one (" + expected + ") occurred, " + what);
    }

    /** A schedule that could not be run. */
    static ReplayVerdict failed(String file, int exit, String message) {
        return new ReplayVerdict(file, "", null, exit, message);
    }

    String outcome() {
        return switch (exit) {
            case ExitCode.OK -> "passed";
            case ExitCode.VIOLATION -> "violation";
            case ExitCode.DIVERGED -> "diverged";
            case ExitCode.NOT_REPRODUCED -> "not-reproduced";
            case ExitCode.REJECTED -> "rejected";
            default -> "error";
        };
    }

    JsonObject json() {
        Outcome outcome = result == null ? null : result.outcome();
        return new JsonObject()
                .put("schedule", file)
                .put("outcome", outcome())
                .put("exit", exit)
                .put("message", message)
                .put("expected", expected.isEmpty() ? null : expected)
                .put("violation", outcome instanceof Outcome.Violated v ? FuzzReport.violation(v.violation()) : null)
                .put("divergence", outcome instanceof Outcome.Diverged d ? divergence(d.divergence()) : null)
                .put("rejected", outcome instanceof Outcome.Rejected r ? FuzzReport.breach(r.breach()) : null)
                .put("deliveries", result == null ? null : result.deliveries())
                .put("skipped", result == null ? null : result.skipped());
    }

    private static JsonObject divergence(Divergence divergence) {
        return new JsonObject()
                .put("event", divergence.event())
                .put("expectedEvent", divergence.expected())
                .put("pending", divergence.pending());
    }

    /** The lines for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(file + ": " + message + (result == null ? "" : figures()));
        if (result != null && result.outcome() instanceof Outcome.Diverged d) {
            lines.addAll(explain(d.divergence()));
        } else if (result != null && result.outcome() instanceof Outcome.Rejected r) {
            lines.add("  cure: " + r.breach().remedy());
            FuzzReport.stack(r.breach()).forEach(line -> lines.add("  " + line));
        } else if (exit == ExitCode.DIVERGED) {
            lines.addAll(suspects());
        }
        return lines;
    }

    private String figures() {
        return String.format(Locale.ROOT, " (%,d deliveries%s)", result.deliveries(),
                result.skipped() == 0 ? "" : String.format(Locale.ROOT, ", %,d events skipped", result.skipped()));
    }

    private static List<String> explain(Divergence divergence) {
        List<String> lines = new ArrayList<>();
        lines.add("  expected: " + divergence.expected());
        lines.add(divergence.pending().isEmpty() ? "  nothing was pending" : "  pending instead:");
        divergence.pending().forEach(line -> lines.add("    " + line));
        lines.addAll(suspects());
        return lines;
    }

    private static List<String> suspects() {
        return List.of(
                "  usual suspects:",
                "    the target's code, its options or the bugs switched on are not those of the recording",
                "    iteration over Set.of, Map.of, or a hash set of enums or of objects without a hashCode",
                "    a clock or random numbers reached through reflection or a JDK class",
                "    state that outlives an execution: a static field, a cache, a file",
                "  'audit' with this schedule names the first difference; --lenient replays without the missing events");
    }
}
