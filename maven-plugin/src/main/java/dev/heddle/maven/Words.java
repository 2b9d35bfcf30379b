package dev.heddle.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the command line's JSON says, in words. */
final class Words {
    private Words() {}

    /** So many executions. */
    static String executions(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d execution" : "%,d executions", count);
    }

    static String rejected(Json rejected) {
        List<String> lines = new ArrayList<>();
        lines.add("cure: " + rejected.text("remedy"));
        lines.addAll(rejected.texts("stack"));
        return String.join("\n", lines);
    }

    static List<String> found(Json found, Json minimized) {
        List<String> lines = new ArrayList<>();
        lines.add("found in execution " + found.text("execution") + ", " + found.text("length") + ": "
                + found.text("schedule"));
        if (found.text("verified").equals("false")) {
            lines.add("it does not show this again in a fresh JVM: the actors are not deterministic under control");
        }
        if (!minimized.text("schedule").isEmpty()) {
            lines.add("minimized to " + minimized.text("length")
                    + (minimized.text("oneMinimal").equals("true") ? ", 1-minimal" : "") + ": "
                    + minimized.text("schedule"));
        }
        return lines;
    }

    /** A name that says what the schedule is about. */
    static String nameInCorpus(String scenario, String invariant, String seed) {
        String simple = scenario.substring(Math.max(scenario.lastIndexOf('.'), scenario.lastIndexOf('$')) + 1);
        return (simple + "-" + invariant + "-" + seed).replaceAll("[^A-Za-z0-9_.-]", "-");
    }
}
