package dev.heddle.examples.detector;

import dev.heddle.examples.detector.DetectorScenario.DetectorView;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.invariants.FairEndMonitor;
import java.util.List;

/**
 * Eventual accuracy: when all nodes are up and connected, and messages take no time, there comes a moment at
 * which nobody suspects anybody (Chandra and Toueg, 1996).
 *
 * <p>No false alarm: it is asked for at the end of a fair run only, which goes on as long as somebody is
 * suspected, for five times the interval between two heartbeats.
 */
final class EventualAccuracy implements Invariant {
    private static final String ID = "eventual-accuracy";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Monitor newMonitor() {
        FairEndMonitor monitor = EventualAccuracy::suspicion;
        return monitor;
    }

    private static Violation suspicion(Cluster cluster) {
        for (int node = 0; node < cluster.size(); node++) {
            if (cluster.view(node) instanceof DetectorView view && !view.detector().suspects().isEmpty()) {
                String suspect = view.detector().suspects().first();
                return Violation.of(ID, List.of(cluster.name(node), suspect),
                        cluster.name(node) + " suspects " + suspect + " for ever, which is up and connected");
            }
        }
        return null;
    }
}
