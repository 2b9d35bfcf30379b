package dev.heddle.invariants;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.NodeView;
import java.util.ArrayList;
import java.util.List;

/** Nodes {@code n1}, {@code n2}, … whose views a test sets; all are down at first. */
final class FakeCluster implements Cluster {
    final NodeView[] views;
    final List<ClientEvent> clients = new ArrayList<>();
    Failure failure;
    boolean calm = true;

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
    public List<ClientEvent> clients() {
        return clients;
    }

    @Override
    public boolean calm() {
        return calm;
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
