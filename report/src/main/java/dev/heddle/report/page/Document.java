package dev.heddle.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** An HTML file in the making: a template whose marks are filled, and a policy that allows its own parts only. */
final class Document {
    /** What takes a mark's place; marks in it are not looked at. */
    record Part(String mark, String text) {}

    private Document() {}

    /** The template with its marks filled; the parts stand in the order of their marks. */
    static String filled(String template, List<Part> parts) {
        StringBuilder page = new StringBuilder();
        int from = 0;
        for (Part part : parts) {
            int at = template.indexOf(part.mark(), from);
            page.append(template, from, at).append(part.text());
            from = at + part.mark().length();
        }
        return page.append(template.substring(from)).toString();
    }

    /** A content security policy that allows this script, unless it is empty, and this style, and nothing else. */
    static String policy(String script, String style) {
        return "default-src 'none'; script-src " + (script.isEmpty() ? "'none'" : "'" + hash(script) + "'")
                + "; style-src '" + hash(style) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A file that lies beside this class. */
    static String resource(String name) {
        try (InputStream in = Document.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text that stays one, between tags and in an attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
