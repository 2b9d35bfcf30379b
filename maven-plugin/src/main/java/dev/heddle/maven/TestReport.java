package dev.heddle.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A suite of tests as CI systems read it.
 *
 * @param name of the suite, which names the file
 */
record TestReport(String name, List<Case> cases) {
    /** How a case ended. */
    enum Ending {
        PASSED,
        FAILED,
        ERROR,
        SKIPPED
    }

    /**
     * One test.
     *
     * @param message one line, empty where it passed
     * @param text everything else there is to say
     */
    record Case(String name, double seconds, Ending ending, String message, String text) {
        boolean wrong() {
            return ending == Ending.FAILED || ending == Ending.ERROR;
        }
    }

    /** Writes {@code TEST-<name>.xml}, in the format of Surefire's reports. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("TEST-" + name + ".xml"), xml());
    }

    String xml() {
        List<String> lines = new ArrayList<>();
        lines.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        lines.add(String.format(Locale.ROOT,
                "<testsuite name=\"%s\" time=\"%.3f\" tests=\"%d\" errors=\"%d\" skipped=\"%d\" failures=\"%d\">",
                escaped(name), cases.stream().mapToDouble(Case::seconds).sum(), cases.size(), count(Ending.ERROR),
                count(Ending.SKIPPED), count(Ending.FAILED)));
        cases.forEach(c -> lines.add(xml(c)));
        lines.add("</testsuite>");
        return String.join("\n", lines) + "\n";
    }

    private long count(Ending ending) {
        return cases.stream().filter(c -> c.ending() == ending).count();
    }

    private String xml(Case c) {
        String head = String.format(Locale.ROOT, "  <testcase name=\"%s\" classname=\"%s\" time=\"%.3f\"",
                escaped(c.name()), escaped(name), c.seconds());
        if (c.ending() == Ending.PASSED) {
            return head + "/>";
        }
        String tag = switch (c.ending()) {
            case FAILED -> "failure";
            case ERROR -> "error";
            default -> "skipped";
        };
        return head + ">\n    <" + tag + " message=\"" + escaped(c.message()) + "\">" + escaped(c.text()) + "</" + tag
                + ">\n  </testcase>";
    }

    /** A section of a summary in Markdown. */
    String markdown() {
        StringBuilder text = new StringBuilder("## Heddle: " + name + "\n\n| | test | |\n|---|---|---|\n");
        for (Case c : cases) {
            text.append("| ").append(c.ending().name().toLowerCase(Locale.ROOT)).append(" | ").append(cell(c.name()))
                    .append(" | ").append(cell(c.message())).append(" |\n");
        }
        cases.stream().filter(c -> !c.text().isBlank()).forEach(c -> text.append("\n<details><summary>")
                .append(escaped(c.name())).append("</summary>\n\n```\n").append(c.text().strip())
                .append("\n```\n\n</details>\n"));
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ");
    }

    /** Characters that XML cannot hold become question marks. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isXml(c) ? c : '?');
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
