package dev.heddle.report.page;

import dev.heddle.report.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report as one HTML file: markup, style, script and data in it, nothing loaded from anywhere.
 *
 * <p>The script and the style are allowed by their hashes and nothing else is, so that whatever a message
 * consists of stays text.
 *
 * @param films what can be looked at, the first one first
 * @param replay the command line that shows the violation again
 */
public record ReportPage(List<Film> films, String replay) {
    private static final List<String> SCRIPTS = List.of("model.js", "diagram.js", "inspector.js", "page.js");

    public ReportPage {
        films = List.copyOf(films);
        if (films.isEmpty()) {
            throw new IllegalArgumentException("a report shows at least one execution");
        }
    }

    /** The whole file. */
    public String html() {
        String style = resource("page.css");
        String script = SCRIPTS.stream().map(ReportPage::resource)
                .collect(Collectors.joining("", "(() => {\n\"use strict\";\n", "})();\n"));
        String policy = "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; base-uri 'none'; form-action 'none'";
        Json data = new Json()
                .put("replay", replay)
                .put("films", films.stream().map(Film::json).toList());
        return filled(resource("page.html"), Stream.of(
                new Part("@policy@", policy),
                new Part("@style@", style),
                new Part("@data@", data.toString()),
                new Part("@script@", script)).toList());
    }

    /** What takes a mark's place; marks in it are not looked at. */
    private record Part(String mark, String text) {}

    private static String filled(String template, List<Part> parts) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (Part part : parts) {
            int at = template.indexOf(part.mark(), from);
            page.append(template, from, at).append(part.text());
            from = at + part.mark().length();
        }
        return page.append(template.substring(from)).toString();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = ReportPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
