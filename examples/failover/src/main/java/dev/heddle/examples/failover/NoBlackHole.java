package dev.heddle.examples.failover;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * No black hole: once everything is quiet, no switch forwards over a link that is dead.
 *
 * <p>No false alarm: it is asked at the end of a fair run, when every report has arrived, and only where the
 * system got no more than it is made for: one crash, of a controller.
 */
final class NoBlackHole {
    static final String ID = "no-black-hole";
    private static final int MOST_CRASHES = 1;

    private NoBlackHole() {}

    /** A node, as far as it can be judged: how often it was started. */
    interface Started extends NodeView {
        int starts();
    }

    /** What is to be seen of a controller. */
    record ControllerView(int starts, boolean master, int generation) implements Started {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("master", master);
            field.accept("generation", generation);
        }
    }

    /** What is to be seen of a switch. */
    record SwitchView(int starts, int port, List<Integer> dead) implements Started {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("port", port);
            field.accept("dead", dead);
        }
    }

    static Violation owed(Cluster cluster) {
        int crashes = 0;
        Violation hole = null;
        for (int node = 0; node < cluster.size(); node++) {
            if (!(cluster.view(node) instanceof Started seen)) {
                return null;
            }
            crashes += seen.starts() - 1;
            if (seen instanceof SwitchView own) {
                if (own.starts() > 1) {
                    return null;
                }
                hole = hole == null && own.dead().contains(own.port()) ? hole(cluster.name(node), own) : hole;
            }
        }
        return crashes > MOST_CRASHES ? null : hole;
    }

    private static Violation hole(String name, SwitchView own) {
        return Violation.of(ID, List.of(name), name + " forwards over port " + own.port()
                + ", whose link is dead, and nobody will tell it");
    }
}
