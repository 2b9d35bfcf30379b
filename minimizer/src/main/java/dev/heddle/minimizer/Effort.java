package dev.heddle.minimizer;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** What was spent so far by all workers together, and whether it is enough. */
final class Effort {
    /** What can be left undone is left undone once no more than this part of the time is left. */
    private static final int LEFT_FOR_THE_END = 4;

    private final AtomicLong replays = new AtomicLong();
    private final LongSupplier clock;
    private final long endNanos;
    private final long lateNanos;
    private final AtomicReference<Execution> best = new AtomicReference<>();
    private volatile boolean stopRequested;
    private volatile boolean timeUp;
    private volatile boolean late;

    Effort(LongSupplier clock, long timeNanos) {
        this.clock = clock;
        long start = clock.getAsLong();
        boolean limited = timeNanos <= Long.MAX_VALUE / 2;
        endNanos = limited ? start + timeNanos : Long.MAX_VALUE;
        lateNanos = limited ? endNanos - timeNanos / LEFT_FOR_THE_END : Long.MAX_VALUE;
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

    /** True where the time kept anything from being done. */
    boolean timeUp() {
        return timeUp || late;
    }

    boolean stopped() {
        timeUp = timeUp || past(endNanos);
        return timeUp || stopRequested;
    }

    /** True once the time that is left is for what must be done at the end; who asks is cut short. */
    boolean late() {
        late = late || past(lateNanos);
        return late || stopped();
    }

    private boolean past(long nanos) {
        return nanos != Long.MAX_VALUE && clock.getAsLong() - nanos > 0;
    }
}
