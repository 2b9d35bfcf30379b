package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;

/** A monitor of what a fair end must bring about: asked only there, not while faults can put it off. */
@FunctionalInterface
public interface FairEndMonitor extends Monitor {
    /** What is owed still, or null. */
    Violation owed(Cluster cluster);

    /**
     * Whether nodes that are connected like these owe it at all: by default those of which each reaches every other,
     * so nothing is asked of a cluster with a link that is severed for good.
     */
    default boolean isOwedBy(Cluster cluster) {
        for (int from = 0; from < cluster.size(); from++) {
            for (int to = 0; to < cluster.size(); to++) {
                if (from != to && !cluster.connected(from, to)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    default Violation afterStep(Cluster cluster, int acted) {
        return null;
    }

    @Override
    default boolean awaits(Cluster cluster) {
        return isOwedBy(cluster) && owed(cluster) != null;
    }

    @Override
    default Violation atEnd(Cluster cluster, boolean fair) {
        return fair && isOwedBy(cluster) ? owed(cluster) : null;
    }
}
