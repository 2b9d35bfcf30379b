package dev.heddle.report.page;

import java.util.List;

/** A part of a campaign's page, below what broke. */
public sealed interface Section permits Section.Table, Section.Lines, GrowthChart {
    String title();

    /** What stands below the title, as HTML. */
    String body();

    /** The whole part. */
    default String html() {
        return "<section class=\"card\"><h2>" + Document.escaped(title()) + "</h2>" + body() + "</section>";
    }

    /** Anything that was counted; its first column names the rows. An empty cell is what never happened. */
    record Table(String title, List<String> columns, List<List<String>> rows) implements Section {
        @Override
        public String body() {
            StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"counts\"><thead><tr>");
            columns.forEach(c -> html.append("<th scope=\"col\">").append(Document.escaped(c)).append("</th>"));
            html.append("</tr></thead><tbody>");
            for (List<String> row : rows) {
                html.append("<tr><th scope=\"row\">").append(Document.escaped(row.get(0))).append("</th>");
                row.subList(1, row.size()).forEach(cell -> html.append(cell(cell)));
                html.append("</tr>");
            }
            return html.append("</tbody></table></div>").toString();
        }

        private static String cell(String text) {
            return text.isEmpty() ? "<td class=\"never\">never</td>" : "<td>" + Document.escaped(text) + "</td>";
        }
    }

    /** Lines of text, folded up. */
    record Lines(String title, List<String> lines) implements Section {
        @Override
        public String html() {
            return "<details class=\"card\"><summary>" + Document.escaped(title) + "</summary>" + body() + "</details>";
        }

        @Override
        public String body() {
            StringBuilder html = new StringBuilder("<ul>");
            lines.forEach(line -> html.append("<li>").append(Document.escaped(line)).append("</li>"));
            return html.append("</ul>").toString();
        }
    }
}
