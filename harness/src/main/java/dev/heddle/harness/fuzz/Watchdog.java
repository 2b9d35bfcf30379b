package dev.heddle.harness.fuzz;

import dev.heddle.harness.world.RuleBreach;
import java.util.function.LongSupplier;

/** Notices that a thread has been in one step for too long: in a handler, or in opening what is under test. */
public final class Watchdog {
    /** The beat of a thread that makes what is under test, and its actor system, for the first time. */
    public static final long OPENING = -1;

    /** A handler that has run for so long is taken to hang. */
    public static final long LIMIT_NANOS = 10_000_000_000L;

    /** Opening loads and weaves classes, which takes seconds on a busy machine. */
    public static final long OPENING_LIMIT_NANOS = 30_000_000_000L;

    private final Thread thread;
    private final LongSupplier beats;
    private final LongSupplier clock;
    private long beat;
    private long sinceNanos;

    /**
     * Watches from now on.
     *
     * @param beats another number in each step of the thread's; 0 between two, {@link #OPENING} before the first
     */
    public Watchdog(Thread thread, LongSupplier beats) {
        this(thread, beats, WallClock::nanos);
    }

    Watchdog(Thread thread, LongSupplier beats, LongSupplier clock) {
        this.thread = thread;
        this.beats = beats;
        this.clock = clock;
        sinceNanos = clock.getAsLong();
    }

    /** The breach, once the same step has run for its limit; null until then. */
    public RuleBreach look() {
        long now = clock.getAsLong();
        long current = beats.getAsLong();
        if (current != beat || current == 0) {
            beat = current;
            sinceNanos = now;
            return null;
        }
        long limit = current == OPENING ? OPENING_LIMIT_NANOS : LIMIT_NANOS;
        return now - sinceNanos < limit ? null : breach(limit / 1_000_000_000L);
    }

    private RuleBreach breach(long seconds) {
        Throwable where = new Throwable("the thread that hangs");
        where.setStackTrace(thread.getStackTrace());
        return beat == OPENING
                ? new RuleBreach(
                        "the target has been opening for " + seconds + " s",
                        "make its constructors, define and what its actor system starts return: they loop, or wait"
                                + " for something that nobody will send",
                        where)
                : new RuleBreach(
                        "a handler has been running for " + seconds + " s",
                        "make the handler return: it loops, or waits for something that nobody will send while it runs",
                        where);
    }
}
