package dev.heddle.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client is owed at the end of a fair run. */
class NoProgressTest {
    private final FakeCluster cluster = new FakeCluster(2);
    private final Monitor monitor = GeneralInvariants.noProgress(answer -> answer.equals("ok")).newMonitor();

    private void asked(int operation, String client) {
        cluster.clients.add(new ClientEvent.Invoked(operation, client, 1, "put " + operation));
    }

    private void told(int operation, String client, String answer) {
        cluster.clients.add(new ClientEvent.Answered(operation, client, 1, answer));
    }

    private void settled() {
        assertFalse(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, true));
    }

    private void owed(List<String> nodes, String detail) {
        assertNull(monitor.afterStep(cluster, 0));
        assertTrue(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, false));
        assertEquals(Violation.of("no-progress", nodes, detail), monitor.atEnd(cluster, true));
    }

    @Test
    void nothingIsOwedWhereNothingWasAsked() {
        settled();
    }

    @Test
    void withoutFaultsEveryCommandIsAnswered() {
        asked(0, "c1");
        asked(1, "c2");
        told(0, "c1", "ok");
        told(1, "c2", "wait");
        owed(List.of("n2"),
                "n2 was asked for put 1 by c2, who was not answered as promised in a fair run without faults");
        told(1, "c2", "ok");
        settled();
    }

    @Test
    void aFaultMayHaveSwallowedTheCommand() {
        asked(0, "c1");
        cluster.calm = false;
        settled();
    }

    @Test
    void aSeveredLinkMayKeepEveryCommand() {
        asked(0, "c0");
        cluster.cut.add("n2 -> n1");
        settled();
    }

    @Test
    void someProbeIsAnsweredWhateverHappenedBefore() {
        cluster.calm = false;
        asked(0, "c1");
        asked(1, "c0");
        asked(2, "c0");
        told(1, "c0", "no leader");
        told(0, "c1", "ok");
        owed(List.of(), "no node answers a client as promised in a fair run without faults, asked for put 2");
        told(2, "c0", "ok");
        settled();
    }
}
