package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.function.Supplier;

/**
 * A property that a fair run without faults must bring about.
 *
 * <p>No false alarm where a schedule leaves out a start: what a node is sent before it is there is lost, and no fault
 * says so. So only executions are judged in which all nodes are up before any client asks for anything.
 */
record Eventually(String id, Supplier<FairEndMonitor> property) implements Invariant {
    @Override
    public Monitor newMonitor() {
        return new Watch(property.get());
    }

    private static final class Watch implements FairEndMonitor {
        private final FairEndMonitor property;
        private boolean complete;

        Watch(FairEndMonitor property) {
            this.property = property;
        }

        @Override
        public Violation afterStep(Cluster cluster, int acted) {
            complete = complete || cluster.clients().isEmpty() && allUp(cluster);
            return property.afterStep(cluster, acted);
        }

        private static boolean allUp(Cluster cluster) {
            int node = 0;
            while (node < cluster.size() && cluster.view(node) != null) {
                node++;
            }
            return node == cluster.size();
        }

        @Override
        public boolean isOwedBy(Cluster cluster) {
            return property.isOwedBy(cluster);
        }

        @Override
        public Violation owed(Cluster cluster) {
            return complete ? property.owed(cluster) : null;
        }
    }
}
