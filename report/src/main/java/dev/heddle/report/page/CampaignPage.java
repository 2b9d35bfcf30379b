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
     * @param detail what is wrong in the execution that its page begins with
     * @param link the page that shows it, relative to this one, or null
     * @param forms the executions that there are of it, as it was found first
     */
    public record Kind(String shape, String detail, long execution, String link, List<Form> forms) {
        public Kind {
            forms = List.copyOf(forms);
        }
    }

    /**
     * An execution.
     *
     * @param name what it is to people
     * @param length in words
     * @param schedule its file, relative to this page, or null
     */
    public record Form(String name, String length, String schedule) {}

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
        return "<section class=\"card kind\"><h2>" + linked(kind.link(), Document.escaped(kind.shape())) + "</h2><p>"
                + Document.escaped(kind.detail()) + "</p><p class=\"quiet\">execution " + Quantity.of(kind.execution())
                + kind.forms().stream().map(CampaignPage::form).collect(Collectors.joining())
                + "</p></section>";
    }

    private static String form(Form form) {
        String file = form.schedule();
        return "<br>" + Document.escaped(form.name()) + ": " + Document.escaped(form.length())
                + (file == null ? "" : ", " + linked(file, "<code>" + Document.escaped(file) + "</code>"));
    }

    private static String linked(String link, String html) {
        return link == null ? html : "<a href=\"" + Document.escaped(link) + "\">" + html + "</a>";
    }
}
