package dev.heddle.cli.study;

import dev.heddle.harness.schedule.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A study in Markdown: a row for each bug, a column for each contestant.
 *
 * @param budget the deliveries that each seed had
 */
public record Table(List<String> bugs, List<String> contestants, List<Summary> summaries, long budget) {
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    /** Deliveries, then seconds. */
    public String markdown() {
        return "Deliveries to the first violation: median / 95th percentile, and in brackets the seeds without one"
                + " within " + Quantity.deliveries(budget) + ".\n\n"
                + table(s -> deliveries(s.median()) + " / " + deliveries(s.p95()) + missed(s))
                + "\nSeconds on one thread, likewise; they depend on the machine and on what else it does.\n\n"
                + table(s -> seconds(s.medianSeconds()) + " / " + seconds(s.p95Seconds()));
    }

    private String table(Function<Summary, String> entry) {
        List<String> lines = new ArrayList<>();
        lines.add("| bug | " + String.join(" | ", contestants) + " |");
        lines.add("|---".repeat(contestants.size() + 1) + "|");
        for (String bug : bugs) {
            StringBuilder line = new StringBuilder("| ").append(bug).append(" |");
            for (String contestant : contestants) {
                line.append(' ').append(of(bug, contestant, entry)).append(" |");
            }
            lines.add(line.toString());
        }
        return String.join("\n", lines) + "\n";
    }

    private String of(String bug, String contestant, Function<Summary, String> entry) {
        return summaries.stream()
                .filter(s -> s.bug().equals(bug) && s.contestant().equals(contestant))
                .map(entry)
                .findFirst()
                .orElse("");
    }

    private static String missed(Summary s) {
        return s.missed() == 0 ? "" : " (" + s.missed() + " of " + s.seeds() + ")";
    }

    /** A number of deliveries, as people read it. */
    static String deliveries(double number) {
        if (Double.isInfinite(number)) {
            return "–";
        } else if (number >= MILLION) {
            return String.format(Locale.ROOT, number >= 10 * MILLION ? "%.0fM" : "%.1fM", number / MILLION);
        }
        return number >= THOUSAND
                ? String.format(Locale.ROOT, number >= 10 * THOUSAND ? "%.0fk" : "%.1fk", number / THOUSAND)
                : String.format(Locale.ROOT, "%.0f", number);
    }

    private static String seconds(double number) {
        return Double.isInfinite(number) ? "–" : String.format(Locale.ROOT, number >= 10 ? "%.0f" : "%.2f", number);
    }
}
