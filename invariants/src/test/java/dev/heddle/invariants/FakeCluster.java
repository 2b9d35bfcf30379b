package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.NodeView;

/** Nodes {@code n1}, {@code n2}, … whose views a test sets; all are down at first. */
final class FakeCluster implements Cluster {
    final NodeView[] views;
    Failure failure;

    FakeCluster(int nodes) {
        views = new NodeView[nodes];
    }

    @Override
    public int size() {
        return views.length;
    }

    @Override
    public String name(int node) {
        return "n" + (node + 1);
    }

    @Override
    public NodeView view(int node) {
        return views[node];
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
