package dev.heddle.canary;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts in a static field, which outlives every execution, and sends the count. */
public final class StaticState extends Canary {
    private static final AtomicInteger TOTAL = new AtomicInteger();

    public StaticState() {
        super(TOTAL::incrementAndGet);
    }
}
