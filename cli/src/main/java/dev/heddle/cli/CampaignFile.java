package dev.heddle.cli;

import dev.heddle.cli.FuzzResult.Kept;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.Execution;
import dev.heddle.report.page.CampaignPage;
import dev.heddle.report.page.CampaignPage.Figure;
import dev.heddle.report.page.CampaignPage.Form;
import dev.heddle.report.page.CampaignPage.Kind;
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
        List<Kind> kinds = result.kept().stream().map(this::kind).toList();
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
        return new Kind(title(kept), detail(kept), kept.find().execution(),
                kept.schedule() == null ? null : link(kept), forms(kept));
    }

    private static String title(Kept kept) {
        if (kept.fault() != null) {
            return "the scenario itself failed";
        }
        return kept.violation() == null ? "the harness's rules" : kept.violation().shape();
    }

    /** What the find's page begins with: the execution that was made short, where one can be replayed. */
    private static String detail(Kept kept) {
        if (kept.fault() != null) {
            return kept.fault().getMessage();
        } else if (kept.violation() == null) {
            return kept.breach().what();
        }
        return (kept.shortened() ? kept.minimized().minimized().execution().violation() : kept.violation()).detail();
    }

    /** As it was found and as it was made short, and what else was met on the way. */
    private static List<Form> forms(Kept kept) {
        List<Form> forms = new ArrayList<>();
        forms.add(form("found", kept.find().schedule(), kept.schedule(), kept.verified()));
        MinimizeResult small = kept.minimized();
        if (small == null || small.minimized() == null) {
            return forms;
        }
        forms.add(form("minimized", small.minimized().execution().schedule(), small.schedule(), small.check()));
        for (int i = 0; i < small.others().size(); i++) {
            Execution other = small.minimized().others().get(i);
            forms.add(form("met on the way, " + other.violation().shape(), other.schedule(), small.others().get(i),
                    null));
        }
        return forms;
    }

    private static Form form(String name, Schedule schedule, Path file, Boolean verified) {
        return new Form(name, schedule.length() + (Boolean.FALSE.equals(verified) ? ", not verified" : ""),
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
