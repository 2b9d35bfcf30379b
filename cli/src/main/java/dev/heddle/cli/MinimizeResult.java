package dev.heddle.cli;

import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Minimized;
import dev.heddle.minimizer.Stage;
import dev.heddle.minimizer.prove.Proof;
import dev.heddle.report.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What became of making a schedule small.
 *
 * @param minimized null where it was refused
 * @param proof what came of trying everything that is shorter; null where that was not asked for
 * @param schedule the file, or null
 * @param others files of other violations that were met
 * @param check whether a fresh JVM met the violation too; null where that is not known
 * @param refusal one line about why it was refused, or about the breach; or null
 * @param breach how the target broke the harness's rules where it was refused for that, or where that ended the proof;
 *     or null
 * @param trouble what a fresh JVM said where it did not meet the violation
 * @param exit the exit code that it comes to by itself
 */
record MinimizeResult(
        Minimized minimized, Proof proof, Path schedule, List<Path> others, Boolean check, String refusal,
        RuleBreach breach, String trouble, int exit) {

    static MinimizeResult of(Minimized minimized, Proof proof, Path schedule, List<Path> others) {
        return new MinimizeResult(minimized, proof, schedule, others, null, null, null, "", ExitCode.VIOLATION);
    }

    static MinimizeResult refused(String why, int exit) {
        return new MinimizeResult(null, null, null, List.of(), null, why, null, "", exit);
    }

    /** @param when what was going on, as the beginning of a line */
    static MinimizeResult rejected(String when, RuleBreach breach) {
        return new MinimizeResult(
                null, null, null, List.of(), null, told(when, breach), breach, "", ExitCode.REJECTED);
    }

    /** This result, but then the target broke the harness's rules. @param when as above */
    MinimizeResult thenRejected(String when, RuleBreach how) {
        return new MinimizeResult(
                minimized, proof, schedule, others, check, told(when, how), how, trouble, ExitCode.REJECTED);
    }

    /** A breach in one line. @param when as above */
    static String told(String when, RuleBreach breach) {
        return when + breach.what() + ": " + breach.remedy();
    }

    MinimizeResult savedAt(Path file) {
        return new MinimizeResult(minimized, proof, file, others, check, refusal, breach, trouble, exit);
    }

    MinimizeResult verified() {
        return new MinimizeResult(minimized, proof, schedule, others, true, refusal, breach, trouble, exit);
    }

    MinimizeResult unverified(Path renamed, String said, int otherwise) {
        return new MinimizeResult(minimized, proof, renamed, others, false, refusal, breach, said, otherwise);
    }

    /** True where the file can be replayed to the violation, as far as anybody knows. */
    boolean replayable() {
        return schedule != null && minimized != null && !Boolean.FALSE.equals(check);
    }

    /** One line where something is wrong, else null. */
    String message() {
        if (!Boolean.FALSE.equals(check)) {
            return refusal;
        }
        return exit == ExitCode.REJECTED
                ? "in a strict replay of the minimized schedule in a fresh JVM the target broke the harness's rules"
                : "a strict replay of the minimized schedule in a fresh JVM did not meet the violation";
    }

    /** The part {@code rejected} of a result, or null where the target kept the harness's rules. */
    Json rejection() {
        return breach == null && exit == ExitCode.REJECTED
                ? FuzzReport.breach("in a fresh JVM: " + trouble.lines().findFirst().orElse(""), trouble)
                : FuzzReport.breach(breach);
    }

    /** The part {@code minimized} of a result, or null where nothing came of it. */
    Json json() {
        if (minimized == null) {
            return null;
        }
        Schedule small = minimized.execution().schedule();
        return new Json()
                .put("deliveries", small.deliveries())
                .put("externals", small.externals())
                .put("length", small.length())
                .put("nodes", small.header().nodes())
                .put("replays", minimized.replays())
                .put("seconds", Json.rounded(minimized.nanos() / 1e9))
                .put("oneMinimal", minimized.oneMinimal())
                .put("provenLowerBound", bound())
                .put("proof", proof == null ? null : json(proof))
                .put("schedule", schedule == null ? null : text(schedule))
                .put("verified", check)
                .put("ending", ending())
                .put("passes", stages().stream().map(MinimizeResult::json).toList())
                .put("others", others.stream().filter(Objects::nonNull).map(MinimizeResult::text).toList())
                .put("otherViolations", otherViolations());
    }

    /** What else was met on the way, also where no file could be written. */
    private List<Json> otherViolations() {
        List<Json> met = new ArrayList<>();
        for (int i = 0; i < others.size(); i++) {
            Execution other = minimized.others().get(i);
            met.add(FuzzReport.violation(other.violation())
                    .put("deliveries", other.schedule().deliveries())
                    .put("externals", other.schedule().externals())
                    .put("schedule", others.get(i) == null ? null : text(others.get(i))));
        }
        return met;
    }

    /** So many deliveries it takes at least, or null where that is not known. */
    private Integer bound() {
        return proof == null || proof.bound() == 0 ? null : proof.bound();
    }

    private static Json json(Proof proof) {
        return new Json()
                .put("ending", switch (proof.ending()) {
                    case DONE -> "done";
                    case TIME -> "time";
                    case MEMORY -> "memory";
                    case STOPPED -> "interrupted";
                    case REFUSED -> "refused";
                })
                .put("message", proof.refusal())
                .put("states", proof.states())
                .put("transitions", proof.transitions())
                .put("replays", proof.replays());
    }

    private String proven(Proof proof) {
        if (proof.ending() == Proof.Ending.REFUSED) {
            return "  not proven: " + proof.refusal();
        }
        String why = switch (proof.ending()) {
            case TIME -> "; then the time was used up";
            case MEMORY -> "; then the memory was used up: give the JVM more (-Xmx)";
            case STOPPED -> "; then it was interrupted";
            default -> ", so none is shorter";
        };
        return String.format(Locale.ROOT,
                "  proven: nothing in fewer than %s on these nodes and this network with these externals at"
                        + " most%s (%s, %s, %s)",
                Quantity.deliveries(proof.bound()), why, Quantity.of(proof.states(), "state"),
                Quantity.of(proof.transitions(), "transition"), Quantity.of(proof.replays(), "replay"));
    }

    private static Json json(Stage stage) {
        return new Json()
                .put("pass", stage.pass())
                .put("deliveriesBefore", stage.deliveriesBefore())
                .put("externalsBefore", stage.externalsBefore())
                .put("deliveries", stage.deliveriesAfter())
                .put("externals", stage.externalsAfter())
                .put("replays", stage.replays())
                .put("seconds", Json.rounded(stage.nanos() / 1e9));
    }

    private String ending() {
        return switch (minimized.ending()) {
            case DONE -> "done";
            case TIME -> "time";
            case STOPPED -> "interrupted";
        };
    }

    /** The lines for people. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (minimized == null) {
            lines.add("not minimized: " + refusal
                    + (schedule == null ? "" : "; the best so far is " + text(schedule)));
            lines.addAll(culprit("  "));
            return lines;
        }
        lines.add(headline());
        lines.addAll(table());
        if (proof != null) {
            lines.add(proven(proof));
            lines.addAll(culprit("    "));
        }
        if (Boolean.FALSE.equals(check)) {
            lines.add(exit == ExitCode.REJECTED
                    ? "  NOT VERIFIED: in a strict replay in a fresh JVM the target broke the harness's rules:"
                    : "  NOT VERIFIED: a strict replay in a fresh JVM did not meet the violation:");
            trouble.lines().forEach(line -> lines.add("    " + line));
        }
        for (int i = 0; i < others.size(); i++) {
            lines.add("  another violation was met on the way (" + minimized.others().get(i).violation().shape() + "): "
                    + (others.get(i) == null ? "printed above" : text(others.get(i))));
        }
        return lines;
    }

    /** Where the target broke the harness's rules, if it did. */
    private List<String> culprit(String indent) {
        return breach == null ? List.of() : FuzzReport.stack(breach).stream().map(line -> indent + line).toList();
    }

    String headline() {
        Schedule start = minimized.start().schedule();
        Schedule small = minimized.execution().schedule();
        String nodes = small.header().nodes() == start.header().nodes()
                ? ""
                : ", " + small.header().nodes() + " of " + Quantity.of(start.header().nodes(), "node");
        String early = switch (minimized.ending()) {
            case DONE -> "";
            case TIME -> " (the time was used up)";
            case STOPPED -> " (interrupted)";
        };
        return String.format(Locale.ROOT,
                "minimized to %s%s: from %,d and %,d, %s in %.1f s%s%s%s",
                small.length(), nodes, start.deliveries(), start.externals(),
                Quantity.of(minimized.replays(), "replay"), minimized.nanos() / 1e9, early,
                minimized.oneMinimal() ? ", 1-minimal" : "",
                Boolean.TRUE.equals(check) ? ", verified by strict replay in a fresh JVM" : "");
    }

    private List<String> table() {
        List<String> rows = new ArrayList<>();
        rows.add(String.format(Locale.ROOT, "  %-16s %13s %13s %9s %8s", "pass", "deliveries", "externals", "replays",
                "seconds"));
        for (Stage stage : stages()) {
            rows.add(String.format(Locale.ROOT, "  %-16s %13s %13s %,9d %8.2f", stage.pass(),
                    stage.deliveriesBefore() + " > " + stage.deliveriesAfter(),
                    stage.externalsBefore() + " > " + stage.externalsAfter(),
                    stage.replays(), stage.nanos() / 1e9));
        }
        return rows;
    }

    /** The stages that did something; neighbours of the same pass as one. */
    private List<Stage> stages() {
        List<Stage> merged = new ArrayList<>();
        for (Stage stage : minimized.stages()) {
            int last = merged.size() - 1;
            if (stage.replays() == 0 && !stage.changed()) {
                continue;
            }
            boolean joins = last >= 0
                    && (merged.get(last).pass().equals(stage.pass()) || !stage.changed() && !stage.exploring());
            if (joins) {
                merged.set(last, merged.get(last).then(stage));
            } else {
                merged.add(stage);
            }
        }
        return merged;
    }

    private static String text(Path path) {
        return path.toString().replace('\\', '/');
    }
}
