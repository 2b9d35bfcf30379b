package dev.heddle.cli.text;

import dev.heddle.harness.schedule.Quantity;

/** Long texts as far as people read them. */
public final class Shortened {
    private static final int MAX = 200;
    private static final int KEPT = 160;

    private Shortened() {}

    /** The line, or its beginning and how much is left out. */
    public static String line(String text) {
        return text.length() <= MAX
                ? text
                : text.substring(0, KEPT) + "\u2026 (" + Quantity.of(text.length() - KEPT, "more character") + ")";
    }
}
