package dev.heddle.minimizer;

/**
 * How much work is put into one schedule.
 *
 * @param jobs the number of workers; it does not change the result
 * @param replays looking for shorter ways ends after about so many; the result is a fixpoint nevertheless
 * @param afresh whether the same violation is looked for in executions that have nothing else in common with
 *     the one that was given; right where that was merely the first of its kind
 * @param timeNanos everything ends after so long, with the best so far
 */
public record MinimizerOptions(int jobs, long replays, boolean afresh, long timeNanos) {
    /** Enough for schedules of some thirty events; a few seconds. */
    public static final long DEFAULT_REPLAYS = 120_000;

    /** Options for a schedule that must not become one with which it has nothing but the violation in common. */
    public MinimizerOptions(int jobs, long replays, long timeNanos) {
        this(jobs, replays, false, timeNanos);
    }

    /** The same for a schedule that was merely the first of its kind. */
    public MinimizerOptions lookingAfresh() {
        return new MinimizerOptions(jobs, replays, true, timeNanos);
    }

    public MinimizerOptions {
        if (jobs < 1 || replays < 1 || timeNanos < 1) {
            throw new IllegalArgumentException("jobs, replays and time must be positive");
        }
    }
}
