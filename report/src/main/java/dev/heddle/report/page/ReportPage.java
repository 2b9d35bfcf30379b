package dev.heddle.report.page;

import dev.heddle.report.json.Json;
import dev.heddle.report.page.Document.Part;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report as one HTML file: markup, style, script and data in it, nothing loaded from anywhere.
 *
 * <p>The script and the style are allowed by their hashes and nothing else is, so that whatever a message
 * consists of stays text.
 *
 * @param films what can be looked at, the first one first
 * @param replay the command line that shows the violation again
 * @param campaign the page about all that was found with it, relative to this one, or null
 */
public record ReportPage(List<Film> films, String replay, String campaign) {
    private static final List<String> SCRIPTS = List.of("model.js", "diagram.js", "inspector.js", "page.js");

    public ReportPage {
        films = List.copyOf(films);
        if (films.isEmpty()) {
            throw new IllegalArgumentException("a report shows at least one execution");
        }
    }

    /** The whole file. */
    public String html() {
        String style = Document.resource("page.css");
        String script = SCRIPTS.stream().map(Document::resource)
                .collect(Collectors.joining("", "(() => {\n\"use strict\";\n", "})();\n"));
        Json data = new Json()
                .put("replay", replay)
                .put("campaign", campaign)
                .put("films", films.stream().map(Film::json).toList());
        return Document.filled(Document.resource("page.html"), List.of(
                new Part("@policy@", Document.policy(script, style)),
                new Part("@style@", style),
                new Part("@data@", data.toString()),
                new Part("@script@", script)));
    }
}
