package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import java.util.List;

/** A monitor of Raft servers: looks only at the node that acted, and only if it shows a {@link RaftView}. */
abstract class RaftMonitor implements Monitor {
    private boolean started;

    @Override
    public final Violation afterStep(Cluster cluster, int acted) {
        if (acted < 0) {
            return null;
        }
        if (!started) {
            started = true;
            start(cluster.size());
        }
        NodeView view = cluster.view(acted);
        if (view instanceof RaftView raft) {
            return check(cluster, acted, raft);
        }
        down(acted);
        return null;
    }

    /** Makes room for so many nodes; once, before the first check. */
    abstract void start(int nodes);

    /** The node acted and is up. */
    abstract Violation check(Cluster cluster, int node, RaftView view);

    /** The node is down: for those who compare its states with each other; histories stay. */
    void down(int node) {}

    /** The names of the nodes, each once. */
    static List<String> names(Cluster cluster, int node, int other) {
        return node == other ? List.of(cluster.name(node)) : List.of(cluster.name(node), cluster.name(other));
    }
}
