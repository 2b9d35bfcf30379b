package dev.heddle.harness.fuzz;

import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.world.RuleBreach;
import java.util.function.LongSupplier;

/** Notices that a coordinator has been in one step for too long. */
public final class Watchdog {
    /** A handler that has run for so long is taken to hang. */
    public static final long LIMIT_NANOS = 10_000_000_000L;

    private final Thread thread;
    private final Coordinator coordinator;
    private final LongSupplier clock;
    private long beat;
    private long sinceNanos;

    /** @param thread the one that the coordinator runs on */
    public Watchdog(Thread thread, Coordinator coordinator) {
        this(thread, coordinator, WallClock::nanos);
    }

    Watchdog(Thread thread, Coordinator coordinator, LongSupplier clock) {
        this.thread = thread;
        this.coordinator = coordinator;
        this.clock = clock;
        sinceNanos = clock.getAsLong();
    }

    /** The breach, once the same step has run for {@link #LIMIT_NANOS}; null until then. */
    public RuleBreach look() {
        long now = clock.getAsLong();
        long current = coordinator.heartbeat();
        if (current != beat || current == 0) {
            beat = current;
            sinceNanos = now;
            return null;
        }
        return now - sinceNanos < LIMIT_NANOS ? null : breach();
    }

    private RuleBreach breach() {
        Throwable where = new Throwable("the thread that hangs");
        where.setStackTrace(thread.getStackTrace());
        return new RuleBreach(
                "a handler has been running for " + LIMIT_NANOS / 1_000_000_000L + " s",
                "make the handler return: it loops, or waits for something that nobody will send while it runs",
                where);
    }
}
