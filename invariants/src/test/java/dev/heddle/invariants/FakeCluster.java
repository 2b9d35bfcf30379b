package dev.heddle.invariants;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.NodeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Nodes {@code n1}, {@code n2}, … whose views a test sets; all are down at first. */
final class FakeCluster implements Cluster {
    final NodeView[] views;
    final List<ClientEvent> clients = new ArrayList<>();
    Failure failure;
    boolean calm = true;
    /** The links that carry nothing, as {@code n1 -> n2}. */
    final Set<String> cut = new TreeSet<>();
    long nowNanos;

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
    public boolean connected(int from, int to) {
        return !cut.contains(name(from) + " -> " + name(to));
    }

    @Override
    public long nowNanos() {
        return nowNanos;
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
