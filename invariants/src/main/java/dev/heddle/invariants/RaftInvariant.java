package dev.heddle.invariants;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import java.util.function.Supplier;

/** A property of Raft: its id, and what watches one execution for it. */
abstract class RaftInvariant implements Invariant {
    private final String id;
    private final Supplier<RaftMonitor> monitors;

    RaftInvariant(String id, Supplier<RaftMonitor> monitors) {
        this.id = id;
        this.monitors = monitors;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final Monitor newMonitor() {
        return monitors.get();
    }
}
