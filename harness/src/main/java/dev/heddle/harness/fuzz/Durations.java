package dev.heddle.harness.fuzz;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}. */
public final class Durations {
    /** How to write one. */
    public static final String FORM = "write a positive number and a unit: 500ms, 30s, 5m or 1h";

    private static final Pattern PATTERN = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    private Durations() {}

    /** The nanoseconds of a positive duration; empty where the text is none. */
    public static OptionalLong nanos(String text) {
        Matcher m = PATTERN.matcher(text);
        if (!m.matches() || Long.parseLong(m.group(1)) == 0) {
            return OptionalLong.empty();
        }
        long unitMillis = switch (m.group(2)) {
            case "ms" -> 1L;
            case "s" -> 1_000L;
            case "m" -> 60_000L;
            default -> 3_600_000L;
        };
        return OptionalLong.of(
                Math.min(Long.parseLong(m.group(1)) * unitMillis, Long.MAX_VALUE / 2_000_000L) * 1_000_000L);
    }
}
