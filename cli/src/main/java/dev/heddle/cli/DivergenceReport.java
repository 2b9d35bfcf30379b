package dev.heddle.cli;

import dev.heddle.cli.text.Shortened;
import dev.heddle.harness.schedule.Likeness;
import dev.heddle.harness.strategy.Divergence;
import dev.heddle.report.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where and how a strict replay left its schedule, for people and for programs. */
record DivergenceReport(ScheduleFile file, Divergence divergence) {
    private static final int MAX_SHOWN = 12;
    /** Comparing texts letter by letter takes the product of their lengths. */
    private static final int MAX_COMPARED = 400;

    /** One line. */
    String headline() {
        return "diverged at event " + divergence.event() + " (" + file.place(divergence.event()) + ")";
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("  expected: " + Shortened.line(divergence.expected()));
        if (divergence.hindrance() != null) {
            lines.add("  not possible: " + Shortened.line(divergence.hindrance()));
        }
        nearest().ifPresent(line -> lines.add("  did you mean: " + line));
        lines.add(divergence.pending().isEmpty() ? "  nothing was pending" : "  pending instead:");
        shown().forEach(line -> lines.add("    " + Shortened.line(line)));
        int more = divergence.pending().size() - MAX_SHOWN;
        if (more > 0) {
            lines.add("    \u2026 " + more + " more");
        }
        return lines;
    }

    Json json() {
        return new Json()
                .put("event", divergence.event())
                .put("line", file.line(divergence.event()))
                .put("expectedEvent", divergence.expected())
                .put("hindrance", divergence.hindrance())
                .put("nearest", nearest().orElse(null))
                .put("pending", shown())
                .put("pendingCount", divergence.pending().size());
    }

    private List<String> shown() {
        return divergence.pending().subList(0, Math.min(MAX_SHOWN, divergence.pending().size()));
    }

    /** What is most like the event that was not possible: a name may be misspelt. */
    private Optional<String> nearest() {
        if (divergence.expected().length() > MAX_COMPARED) {
            return Optional.empty();
        }
        return Likeness.nearest(divergence.expected(),
                divergence.pending().stream().filter(line -> line.length() <= MAX_COMPARED).toList());
    }
}
