package dev.heddle.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds in the end only. */
class EventuallyTest {
    private static final Violation DOWN = Violation.of("stays-up", List.of("n2"), "n2 is down");
    private static final NodeView UP = field -> {};

    private final FakeCluster cluster = new FakeCluster(2);
    private final Monitor monitor =
            GeneralInvariants.eventually("stays-up", c -> c.view(1) == null ? DOWN : null).newMonitor();

    private void booted() {
        cluster.views[0] = UP;
        assertNull(monitor.afterStep(cluster, 0));
        cluster.views[1] = UP;
        assertNull(monitor.afterStep(cluster, 1));
    }

    @Test
    void isJudgedAtTheEndOfAFairRunOnly() {
        booted();
        cluster.views[1] = null;
        assertNull(monitor.afterStep(cluster, 1));
        assertTrue(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, false));
        assertEquals(DOWN, monitor.atEnd(cluster, true));
    }

    @Test
    void isNotJudgedWhereANodeWasNotThereWhenClientsBegan() {
        cluster.clients.add(new ClientEvent.Invoked(0, "c1", 0, "hello"));
        booted();
        cluster.views[1] = null;
        assertFalse(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, true));
    }

    @Test
    void isNotOwedWhereALinkIsSevered() {
        booted();
        cluster.views[1] = null;
        cluster.cut.add("n1 -> n2");
        assertFalse(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, true));
    }

    @Test
    void isSettledAsSoonAsNothingIsOwed() {
        booted();
        assertFalse(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, true));
    }
}
