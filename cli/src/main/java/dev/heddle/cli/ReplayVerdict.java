package dev.heddle.cli;

import dev.heddle.cli.text.Shortened;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.report.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What one replayed schedule comes to.
 *
 * @param file the schedule's name
 * @param source the schedule itself, or null where it could not be run
 * @param expected the recorded violation's shape, or empty
 * @param result null where it could not be run
 * @param exit its exit code
 * @param message one line
 */
record ReplayVerdict(
        String file, ScheduleFile source, String expected, Replay.Result result, int exit, String message) {
    private static final int MAX_SKIPPED_SHOWN = 12;

    /** Holds what happened against what was recorded. */
    static ReplayVerdict of(ScheduleFile source, Replay.Result result) {
        Outcome outcome = result.outcome();
        if (outcome instanceof Outcome.Rejected rejected) {
            return of(source, result, ExitCode.REJECTED, rejected.breach().what());
        } else if (outcome instanceof Outcome.Diverged diverged) {
            return of(source, result, ExitCode.DIVERGED,
                    new DivergenceReport(source, diverged.divergence()).headline());
        } else if (result.differing() > 0) {
            return of(source, result, ExitCode.DIVERGED,
                    "run " + result.differing() + " went another way than run 1");
        }
        return judged(source, result, outcome instanceof Outcome.Violated v ? v.violation() : null);
    }

    private static ReplayVerdict judged(ScheduleFile source, Replay.Result result, Violation met) {
        String expected = source.schedule().header().violation();
        if (met == null) {
            return expected.isEmpty()
                    ? of(source, result, ExitCode.OK, "no violation, and none is recorded")
                    : of(source, result, ExitCode.NOT_REPRODUCED,
                            "the recorded violation (" + expected + ") did not occur");
        }
        String what = met.invariant() + ": " + met.detail();
        if (expected.isEmpty()) {
            return of(source, result, ExitCode.VIOLATION, "violated " + what);
        }
        return met.sameShape(expected)
                ? of(source, result, ExitCode.VIOLATION, "violated as recorded, " + what)
                : of(source, result, ExitCode.NOT_REPRODUCED,
                        "another violation than the recorded one (" + expected + ") occurred, " + what);
    }

    private static ReplayVerdict of(ScheduleFile source, Replay.Result result, int exit, String message) {
        return new ReplayVerdict(
                source.name(), source, source.schedule().header().violation(), result, exit, message);
    }

    /** A schedule whose target broke the harness's rules before it began. */
    static ReplayVerdict rejected(String file, RuleBreach breach) {
        return new ReplayVerdict(file, null, "",
                new Replay.Result(new Outcome.Rejected(breach), List.of(), 0, null, null, 0),
                ExitCode.REJECTED, breach.what());
    }

    /** A schedule that could not be run. */
    static ReplayVerdict failed(String file, int exit, String message) {
        return new ReplayVerdict(file, null, "", null, exit, message);
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

    Json json() {
        Outcome outcome = result == null ? null : result.outcome();
        return new Json()
                .put("schedule", file)
                .put("outcome", outcome())
                .put("exit", exit)
                .put("message", message)
                .put("expected", expected.isEmpty() ? null : expected)
                .put("violation", violation())
                .put("divergence", outcome instanceof Outcome.Diverged d
                        ? new DivergenceReport(source, d.divergence()).json()
                        : null)
                .put("rejected", outcome instanceof Outcome.Rejected r ? FuzzReport.breach(r.breach()) : null)
                .put("deliveries", result == null ? null : result.deliveries())
                .put("skipped", result == null ? null : result.skipped())
                .put("skippedEvents", result == null
                        ? List.of()
                        : result.skippedEvents().stream().map(this::skipped).toList());
    }

    /** The violation that occurred, or null. */
    Json violation() {
        return result != null && result.outcome() instanceof Outcome.Violated v
                ? FuzzReport.violation(v.violation())
                : null;
    }

    private Json skipped(int event) {
        return new Json()
                .put("event", event)
                .put("line", source.line(event))
                .put("text", source.text(event));
    }

    /** The lines for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(file + ": " + message + (result == null ? "" : figures()));
        if (result != null && result.outcome() instanceof Outcome.Diverged d) {
            lines.addAll(new DivergenceReport(source, d.divergence()).lines());
            lines.addAll(suspects());
        } else if (result != null && result.outcome() instanceof Outcome.Rejected r) {
            lines.add("  cure: " + r.breach().remedy());
            FuzzReport.stack(r.breach()).forEach(line -> lines.add("  " + line));
        } else if (exit == ExitCode.DIVERGED) {
            lines.addAll(suspects());
        }
        lines.addAll(skippedLines());
        return lines;
    }

    private List<String> skippedLines() {
        List<Integer> skipped = result == null ? List.of() : result.skippedEvents();
        List<String> lines = new ArrayList<>();
        for (int event : skipped.subList(0, Math.min(MAX_SKIPPED_SHOWN, skipped.size()))) {
            lines.add("  skipped " + source.place(event) + ": " + Shortened.line(source.text(event)));
        }
        if (skipped.size() > MAX_SKIPPED_SHOWN) {
            lines.add("  \u2026 " + (skipped.size() - MAX_SKIPPED_SHOWN) + " more; --json lists them all");
        }
        return lines;
    }

    private String figures() {
        return " (" + Quantity.deliveries(result.deliveries())
                + (result.skipped() == 0 ? "" : String.format(Locale.ROOT, ", %,d skipped", result.skipped())) + ")";
    }

    private static List<String> suspects() {
        return List.of(
                "  usual suspects:",
                "    the target's code, its options or the bugs switched on are not those of the recording",
                "    iteration over Set.of, Map.of, or a hash set of enums or of objects without a hashCode",
                "    a clock or random numbers reached through reflection or a JDK class",
                "    state that outlives an execution: a static field, a cache, a file",
                "  'audit' with this schedule names the first difference; --lenient replays without the missing"
                        + " events");
    }
}
