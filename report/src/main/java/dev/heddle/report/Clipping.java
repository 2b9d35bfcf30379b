package dev.heddle.report;

import dev.heddle.harness.schedule.Quantity;
import java.util.Collection;

/**
 * How much is kept of each text, so that a diagram stays of a size that people can open: most are short, and
 * are kept as they are.
 */
final class Clipping {
    private static final int LONGEST = 20_000;
    private static final int SHORTEST = 200;
    private static final long ALL_TOGETHER = 16_000_000;

    private final int longest;

    private Clipping(int longest) {
        this.longest = longest;
    }

    /** The one that fits texts of these lengths. */
    static Clipping fitting(Collection<Integer> lengths) {
        long total = lengths.stream().mapToLong(length -> Math.min(length, LONGEST)).sum();
        return new Clipping(
                total <= ALL_TOGETHER ? LONGEST : (int) Math.max(SHORTEST, ALL_TOGETHER / lengths.size()));
    }

    /** The text, or its beginning and how much is left out; null for null. */
    String of(String text) {
        if (text == null || text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end) + "… (" + Quantity.of(text.length() - end, "more character") + ")";
    }
}
