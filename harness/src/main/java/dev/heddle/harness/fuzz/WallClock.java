package dev.heddle.harness.fuzz;

/**
 * The one place where the engine reads the machine's clock: budgets, hangs and reports need it.
 *
 * <p>No choice and no file but a summary may depend on it.
 */
public final class WallClock {
    private WallClock() {}

    /** Nanoseconds since some fixed moment. */
    public static long nanos() {
        return System.nanoTime();
    }
}
