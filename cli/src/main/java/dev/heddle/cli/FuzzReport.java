package dev.heddle.cli;

import dev.heddle.cli.FuzzResult.Check;
import dev.heddle.cli.FuzzResult.Kept;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.report.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** A campaign's result as a JSON object and as lines for people. */
record FuzzReport(FuzzResult result) {

    Json json() {
        Kept primary = result.primary().orElse(null);
        return new Json()
                .put("outcome", result.outcome())
                .put("exit", result.exit())
                .put("message", result.message())
                .put("target", result.header().target())
                .put("bugs", result.header().bugs())
                .put("seed", result.header().seed())
                .put("strategy", result.strategy())
                .put("executions", result.campaign().executions())
                .put("deliveries", result.campaign().deliveries())
                .put("seconds", Json.rounded(result.seconds()))
                .put("deliveriesPerSecond", result.deliveriesPerSecond())
                .put("violation", primary == null ? null : violation(primary))
                .put("rejected", primary == null ? null : breach(primary))
                .put("found", primary == null ? null : found(primary, new Json()))
                .put("minimized", result.minimized() == null ? null : result.minimized().json())
                .put("violations", result.keepGoing() ? violations() : List.of())
                .put("undecided", undecided())
                .put("strategies", strategies())
                .put("coverage", result.coverage() == null ? null : result.coverage().json())
                .put("report", result.report() == null ? null : text(result.report()));
    }

    private List<Json> strategies() {
        SortedMap<String, Long> reached = result.statesByStrategy();
        List<Json> strategies = new ArrayList<>();
        result.campaign().tallies().forEach((kind, tally) -> strategies.add(new Json()
                .put("strategy", kind)
                .put("executions", tally.executions())
                .put("deliveries", tally.deliveries())
                .put("violations", tally.violations())
                .put("abstractStates", reached == null ? null : reached.getOrDefault(kind, 0L))));
        return strategies;
    }

    private Json undecided() {
        Json counts = new Json();
        result.campaign().undecided().forEach(counts::put);
        return counts;
    }

    static Json violation(Violation violation) {
        return violation == null
                ? null
                : new Json()
                        .put("invariant", violation.invariant())
                        .put("nodes", violation.nodes())
                        .put("detail", violation.detail())
                        .put("headline", violation.headline());
    }

    static Json breach(RuleBreach breach) {
        if (breach == null) {
            return null;
        }
        return new Json()
                .put("what", breach.what())
                .put("remedy", breach.remedy())
                .put("stack", stack(breach));
    }

    private static Json breach(Kept k) {
        if (k.breach() != null || k.rejection() == null) {
            return breach(k.breach());
        }
        return breach(k.rejection(), k.trouble());
    }

    /** A breach that a fresh JVM told of. */
    static Json breach(String what, String told) {
        return new Json()
                .put("what", what)
                .put("remedy", null)
                .put("stack", told.lines().skip(1).toList());
    }

    /** The culprit's stack, one frame a line. */
    static List<String> stack(RuleBreach breach) {
        List<String> lines = new ArrayList<>();
        for (Throwable t = breach.culprit(); t != null && lines.size() < 200; t = t.getCause()) {
            lines.add((t == breach.culprit() ? "" : "caused by ") + t);
            for (StackTraceElement frame : t.getStackTrace()) {
                lines.add("  at " + frame);
            }
        }
        return lines;
    }

    /** The lines for people, without the command at their end. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (result.interrupted()) {
            lines.add("interrupted; what was found so far is saved");
        }
        if (result.kept().isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%s: %s", result.interrupted() ? "nothing was found" : "no violation",
                    effort()));
        }
        if (result.campaign().executions() == 0) {
            lines.add("nothing was run: the time was used up before the first execution; give more with --time");
        }
        for (Kept k : result.kept()) {
            if (k.fault() == null) {
                lines.addAll(k.breach() != null ? rejected(k) : violated(k));
            }
        }
        if (!result.kept().isEmpty()) {
            lines.add(effort());
        }
        result.campaign().undecided().forEach((id, executions) ->
                lines.add(id + " could not be judged in " + Quantity.of(executions, "execution")
                        + ": its bound of work was met"));
        if (result.coverage() != null) {
            lines.addAll(result.coverage().lines());
        }
        result.kept().stream().filter(k -> k.minimized() != null).forEach(k -> lines.addAll(minimized(k)));
        if (result.report() != null) {
            lines.add("see it in " + text(result.report()));
        }
        return lines;
    }

    /** What is said even where little is: how it ended. */
    List<String> essentials() {
        if (result.kept().isEmpty()) {
            return lines();
        }
        return result.kept().stream()
                .filter(k -> k.fault() == null)
                .map(k -> k.rejection() != null ? "rejected: " + k.rejection() : k.violation().headline())
                .toList();
    }

    /** What is wrong with the scenario itself, which is no result of the search. */
    List<String> faults() {
        return result.kept().stream()
                .filter(k -> k.fault() != null)
                .map(k -> k.fault().getMessage()
                        + (k.schedule() == null ? "" : "; the schedule so far is " + text(k.schedule())))
                .toList();
    }

    private static List<String> rejected(Kept k) {
        List<String> lines = new ArrayList<>();
        lines.add("rejected: " + k.breach().what());
        lines.add("  cure: " + k.breach().remedy());
        stack(k.breach()).forEach(line -> lines.add("  " + line));
        lines.add(place(k));
        return lines;
    }

    private static List<String> violated(Kept k) {
        List<String> lines = new ArrayList<>();
        lines.add(k.violation().headline());
        lines.add(place(k));
        if (k.check() == Check.MISSED) {
            lines.add("  NOT VERIFIED: a strict replay in a fresh JVM went another way, so the target is not"
                    + " deterministic under control:");
        } else if (k.check() == Check.REJECTED) {
            lines.add("  NOT VERIFIED: in a strict replay in a fresh JVM the target broke the harness's rules:");
        }
        k.trouble().lines().forEach(line -> lines.add("    " + line));
        return lines;
    }

    /** Of the find that the report is about it need not be said which one it is. */
    private List<String> minimized(Kept k) {
        List<String> lines = new ArrayList<>(k.minimized().lines());
        if (k.minimized() != result.minimized()) {
            lines.set(0, k.schedule().getFileName() + " " + lines.get(0));
        }
        return lines;
    }

    private static String place(Kept k) {
        String checked = k.check() == Check.MET ? ", verified by strict replay in a fresh JVM" : "";
        return String.format(Locale.ROOT, "  execution %,d, %s%s%s", k.find().execution(), k.find().schedule().length(),
                k.schedule() == null ? "" : ", saved in " + text(k.schedule().getParent()), checked);
    }

    private String effort() {
        return String.format(Locale.ROOT, "%s, %s in %.1f s (%,d/s)",
                Quantity.of(result.campaign().executions(), "execution"),
                Quantity.deliveries(result.campaign().deliveries()), result.effortSeconds(),
                result.deliveriesPerSecond());
    }

    private List<Json> violations() {
        return result.kept().stream()
                .filter(k -> k.violation() != null)
                .map(k -> found(k, violation(k.violation()))
                        .put("minimized", k.minimized() == null ? null : k.minimized().json()))
                .toList();
    }

    private static Json violation(Kept k) {
        return violation(k.violation());
    }

    private static Json found(Kept k, Json object) {
        return object
                .put("execution", k.find().execution())
                .put("deliveries", k.find().schedule().deliveries())
                .put("externals", k.find().schedule().externals())
                .put("length", k.find().schedule().length())
                .put("schedule", k.schedule() == null ? null : text(k.schedule()))
                .put("verified", k.verified());
    }

    /** A path as reports show it. */
    static String text(Path path) {
        return path.toString().replace('\\', '/');
    }
}
