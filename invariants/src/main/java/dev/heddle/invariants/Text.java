package dev.heddle.invariants;

import dev.heddle.harness.schedule.StableText;
import java.util.regex.Pattern;

/** Foreign text made fit for a report: one line, of bounded length, the same in every run. */
final class Text {
    private static final int MAX_LENGTH = 200;
    private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

    private Text() {}

    /** The text in one line, without identity hashes and numbers of lambdas, cut after 200 characters. */
    static String line(String text) {
        String line = BREAKS.matcher(text.strip()).replaceAll(" ");
        line = StableText.of(line);
        return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH - 1) + "…";
    }
}
