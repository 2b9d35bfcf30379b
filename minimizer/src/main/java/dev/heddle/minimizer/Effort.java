package dev.heddle.minimizer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** What was spent so far by all workers together, and whether it is enough. */
final class Effort {
    private final AtomicLong replays = new AtomicLong();
    private final LongSupplier clock;
    private final long endNanos;
    private final AtomicReference<Execution> best = new AtomicReference<>();
    private volatile boolean stopRequested;
    private volatile boolean timeUp;

    Effort(LongSupplier clock, long timeNanos) {
        this.clock = clock;
        long start = clock.getAsLong();
        endNanos = timeNanos > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : start + timeNanos;
    }

    void replayed() {
        replays.incrementAndGet();
    }

    /** An execution was reached; the smallest so far is what an early end leaves. */
    void reached(Execution execution) {
        best.accumulateAndGet(execution, (a, b) -> a == null || Size.ORDER.compare(b, a) < 0 ? b : a);
    }

    Execution best() {
        return best.get();
    }

    long replays() {
        return replays.get();
    }

    long nanos() {
        return clock.getAsLong();
    }

    void stop() {
        stopRequested = true;
    }

    boolean stopRequested() {
        return stopRequested;
    }

    boolean timeUp() {
        return timeUp;
    }

    boolean stopped() {
        if (!timeUp && endNanos != Long.MAX_VALUE && clock.getAsLong() - endNanos > 0) {
            timeUp = true;
        }
        return timeUp || stopRequested;
    }
}
