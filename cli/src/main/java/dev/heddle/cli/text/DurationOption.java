package dev.heddle.cli.text;

import dev.heddle.harness.fuzz.Durations;

/** The value of an option that takes a duration. */
public final class DurationOption {
    private DurationOption() {}

    /** The nanoseconds of a positive duration. */
    public static long nanos(String option, String text) {
        return Durations.nanos(text).orElseThrow(
                () -> new UsageException("'" + text + "' is no duration for " + option + "; " + Durations.FORM));
    }
}
