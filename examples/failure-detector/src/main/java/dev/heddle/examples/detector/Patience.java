package dev.heddle.examples.detector;

import java.time.Duration;

/**
 * How long a detector waits for a heartbeat before it suspects its sender.
 *
 * @param initial what it begins with
 * @param growth what is added each time a suspicion turns out to be wrong
 */
record Patience(Duration initial, Duration growth) {
    /** Always the same. */
    static Patience fixed(Duration timeout) {
        return new Patience(timeout, Duration.ZERO);
    }

    /** One that learns from its mistakes (Chandra and Toueg, J. ACM 43(2), 1996, Figure 10). */
    static Patience learning(Duration timeout) {
        return new Patience(timeout, timeout.dividedBy(4));
    }

    /** How long it waits after so many mistakes. */
    Duration after(int mistakes) {
        return initial.plus(growth.multipliedBy(mistakes));
    }
}
