package dev.heddle.cli;

import dev.heddle.cli.FuzzResult.Kept;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.report.page.CampaignPage;
import dev.heddle.report.page.CampaignPage.Figure;
import dev.heddle.report.page.CampaignPage.Kind;
import dev.heddle.report.page.CampaignPage.Size;
import dev.heddle.report.page.Section;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** The page that a campaign leaves which kept going: all that broke, one of each kind. */
record CampaignFile(FuzzResult result) {
    static final String NAME = "campaign.html";

    /** The whole file; it links to the pages that lie beside the finds. */
    String html() {
        Header header = result.header();
        String subject = header.target() + (header.bugs().isEmpty() ? "" : " with " + String.join(", ", header.bugs()))
                + " \u00b7 " + Quantity.of(header.nodes(), "node") + " \u00b7 "
                + header.network().name().toLowerCase(Locale.ROOT)
                + " \u00b7 seed " + header.seed() + " \u00b7 strategy " + result.strategy();
        List<Kind> kinds = result.kept().stream().filter(k -> k.violation() != null).map(this::kind).toList();
        return new CampaignPage(subject, figures(), kinds, sections()).html();
    }

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        if (result.campaign().tallies().size() > 1) {
            sections.add(yields());
        }
        sections.addAll(result.coverage() == null ? List.of() : result.coverage().sections());
        return sections;
    }

    private Section yields() {
        List<String> columns =
                new ArrayList<>(List.of("strategy", "executions", "deliveries", "executions that broke something"));
        SortedMap<String, Long> reached = result.statesByStrategy();
        if (reached != null) {
            columns.addAll(List.of("abstract states reached first", "per 1,000 deliveries"));
        }
        List<List<String>> rows = new ArrayList<>();
        result.campaign().tallies().forEach((kind, tally) -> {
            List<String> row = new ArrayList<>(List.of(kind, Quantity.of(tally.executions()),
                    Quantity.of(tally.deliveries()), Quantity.of(tally.violations())));
            if (reached != null) {
                long states = reached.getOrDefault(kind, 0L);
                row.add(Quantity.of(states));
                row.add(tally.deliveries() == 0 ? "" : String.format(Locale.ROOT, "%.3f",
                        1000.0 * states / tally.deliveries()));
            }
            rows.add(row);
        });
        return new Section.Table("What each strategy came to", columns, rows);
    }

    private List<Figure> figures() {
        double seconds = result.campaign().nanos() / 1e9;
        return List.of(
                new Figure(Quantity.of(result.campaign().executions()), "executions"),
                new Figure(Quantity.of(result.campaign().deliveries()), "deliveries"),
                new Figure(String.format(Locale.ROOT, "%.1f s", seconds), "time"),
                new Figure(rate(result.campaign().executions(), seconds), "executions/s"),
                new Figure(rate(result.campaign().deliveries(), seconds), "deliveries/s"));
    }

    private static String rate(long count, double seconds) {
        return seconds > 0 ? Quantity.of((long) (count / seconds)) : "0";
    }

    private Kind kind(Kept kept) {
        Path file = kept.schedule();
        return new Kind(kept.violation().shape(), kept.violation().detail(), kept.find().execution(),
                file == null ? null : link(kept), sizes(kept));
    }

    /** As it was found, and as it was made small. */
    private static List<Size> sizes(Kept kept) {
        List<Size> sizes = new ArrayList<>();
        sizes.add(size("found", kept.find().schedule(), kept.schedule(), kept.verified()));
        MinimizeResult small = kept.minimized();
        if (small != null && small.minimized() != null) {
            sizes.add(size("minimized", small.minimized().execution().schedule(), small.schedule(), small.check()));
        }
        return sizes;
    }

    private static Size size(String name, Schedule schedule, Path file, Boolean verified) {
        return new Size(name, schedule.length() + (Boolean.FALSE.equals(verified) ? ", not verified" : ""),
                file == null ? null : file.getFileName().toString());
    }

    private String link(Kept kept) {
        Path page = kept.schedule().resolveSibling(page(kept, result.primary().orElse(null)));
        return Files.exists(page) ? page.getFileName().toString() : null;
    }

    /** The name of the page about a find: that about the find which the run is about has one of its own. */
    static String page(Kept kept, Kept primary) {
        return kept == primary ? ReportFile.NAME : FilmedSchedule.name(kept.schedule()) + ".html";
    }
}
