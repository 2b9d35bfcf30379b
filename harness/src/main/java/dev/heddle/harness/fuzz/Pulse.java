package dev.heddle.harness.fuzz;

import dev.heddle.harness.run.Coordinator;
import java.util.function.LongSupplier;

/** The heartbeat of work that makes its coordinator itself: it is opening until there is one. Any thread may look. */
public final class Pulse implements LongSupplier {
    private volatile Coordinator coordinator;

    /** From now on these executions are what is looked at. */
    public void of(Coordinator running) {
        coordinator = running;
    }

    @Override
    public long getAsLong() {
        Coordinator own = coordinator;
        return own == null ? Watchdog.OPENING : own.heartbeat();
    }

    /** The deliveries of the present execution, or 0 where there is none. */
    public long deliveries() {
        Coordinator own = coordinator;
        return own == null ? 0 : own.world().deliveries();
    }
}
