package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;

/** A monitor of what a fair end must bring about: asked only there, not while faults can put it off. */
@FunctionalInterface
public interface FairEndMonitor extends Monitor {
    /** What is owed still, or null. */
    Violation owed(Cluster cluster);

    @Override
    default Violation afterStep(Cluster cluster, int acted) {
        return null;
    }

    @Override
    default boolean awaits(Cluster cluster) {
        return owed(cluster) != null;
    }

    @Override
    default Violation atEnd(Cluster cluster, boolean fair) {
        return fair ? owed(cluster) : null;
    }
}
