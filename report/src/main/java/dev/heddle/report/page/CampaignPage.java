package dev.heddle.report.page;

import dev.heddle.harness.schedule.Quantity;
import dev.heddle.report.page.Document.Part;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a whole campaign came to as one HTML file without a script: what was tried, what broke, and
 * whatever else was counted.
 *
 * @param subject what was under test, in a few words
 * @param violations one of each kind, in the order of their executions
 */
public record CampaignPage(String subject, List<Figure> figures, List<Kind> violations, List<Section> sections) {

    /** A number and what it says. */
    public record Figure(String value, String meaning) {}

    /**
     * A kind of violation, by the first execution in which it was found.
     *
     * @param shape what those of this kind have in common
     * @param link the page that shows it, relative to this one, or null
     * @param sizes how long it is, as it was found first
     */
    public record Kind(String shape, String detail, long execution, String link, List<Size> sizes) {
        public Kind {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * One form of an execution.
     *
     * @param name of the form
     * @param length in words
     * @param schedule the schedule's file, or null
     */
    public record Size(String name, String length, String schedule) {}

    public CampaignPage {
        figures = List.copyOf(figures);
        violations = List.copyOf(violations);
        sections = List.copyOf(sections);
    }

    /** The whole file. */
    public String html() {
        String style = Document.resource("page.css");
        int kinds = violations.size();
        String some = kinds == 1 ? "One kind of violation" : Quantity.of(kinds, "kind") + " of violation";
        String headline = kinds == 0 ? "Nothing is broken" : some;
        return Document.filled(Document.resource("campaign.html"), List.of(
                new Part("@policy@", Document.policy("", style)),
                new Part("@style@", style),
                new Part("@passed@", kinds == 0 ? "passed" : ""),
                new Part("@subject@", Document.escaped(subject)),
                new Part("@headline@", headline),
                new Part("@figures@", figures.stream().map(CampaignPage::figure).collect(Collectors.joining("\n"))),
                new Part("@violations@", violations.stream().map(CampaignPage::kind).collect(Collectors.joining("\n"))),
                new Part("@sections@", sections.stream().map(Section::html).collect(Collectors.joining("\n")))));
    }

    private static String figure(Figure figure) {
        return "<div><dt>" + Document.escaped(figure.meaning()) + "</dt><dd>" + Document.escaped(figure.value())
                + "</dd></div>";
    }

    private static String kind(Kind kind) {
        String title = Document.escaped(kind.shape());
        return "<section class=\"card kind\"><h2>"
                + (kind.link() == null ? title : "<a href=\"" + Document.escaped(kind.link()) + "\">" + title + "</a>")
                + "</h2><p>" + Document.escaped(kind.detail()) + "</p><p class=\"quiet\">execution " + kind.execution()
                + kind.sizes().stream().map(CampaignPage::size).collect(Collectors.joining())
                + "</p></section>";
    }

    private static String size(Size size) {
        return "<br>" + Document.escaped(size.name()) + ": " + Document.escaped(size.length())
                + (size.schedule() == null ? "" : ", <code>" + Document.escaped(size.schedule()) + "</code>");
    }
}
