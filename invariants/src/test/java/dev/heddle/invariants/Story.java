package dev.heddle.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import java.util.List;

/** One execution under the eyes of one monitor, told step by step; nodes are numbered from 1. */
final class Story {
    private final FakeCluster cluster = new FakeCluster(4);
    private final Invariant invariant;
    private final Monitor monitor;

    Story(Invariant invariant) {
        this.invariant = invariant;
        monitor = invariant.newMonitor();
    }

    /** A log whose entries have these terms and whose commands tell index and term. */
    static PlainLog log(long... terms) {
        PlainLog log = PlainLog.empty();
        for (long term : terms) {
            log = log.append(term, "c" + (log.lastIndex() + 1) + "t" + term);
        }
        return log;
    }

    /** The node's state becomes this; the invariant holds. */
    Story step(int node, NodeView view) {
        Violation violation = apply(node, view);
        assertNull(violation, () -> "false alarm: " + violation.detail());
        return this;
    }

    /** The node has answered a client; the monitor learns of it with the next step. */
    Story tells(int node, String answer) {
        cluster.clients.add(new ClientEvent.Answered(0, "c1", node - 1, answer));
        return this;
    }

    Story crash(int node) {
        return step(node, null);
    }

    /** A step in which no node acts. */
    Story idle() {
        assertNull(monitor.afterStep(cluster, -1));
        return this;
    }

    /** The node's state becomes this, which breaks the invariant; names of the nodes and kind as given. */
    void breaks(int node, NodeView view, List<String> nodes, String detail) {
        Violation violation = apply(node, view);
        assertNotNull(violation, "missed");
        assertEquals(invariant.id(), violation.invariant());
        assertEquals(nodes, violation.nodes());
        assertEquals(detail, violation.detail());
    }

    private Violation apply(int node, NodeView view) {
        cluster.views[node - 1] = view;
        return monitor.afterStep(cluster, node - 1);
    }
}
