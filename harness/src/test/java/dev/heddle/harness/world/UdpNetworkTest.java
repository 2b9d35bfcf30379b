package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Letter;
import java.util.List;
import org.junit.jupiter.api.Test;

class UdpNetworkTest {
    private final Bench bench = Bench.up(3, NetworkKind.UDP);

    @Test
    void anyMessageMayBeNext() {
        bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        Letter last = bench.send("n1", "n2", "c");
        assertEquals(List.of("n1 -> n2 a", "n1 -> n2 b", "n1 -> n2 c"), bench.deliverable());
        bench.apply(last);
        assertEquals(List.of("n1 -> n2 a", "n1 -> n2 b"), bench.deliverable());
        assertEquals(List.of("n1 -> n2 c"), bench.log);
    }

    @Test
    void withinANodeOrderIsKept() {
        bench.send("n1", "n1/x", "a");
        bench.send("n1", "n1/x", "b");
        assertEquals(List.of("n1 -> n1/x a"), bench.deliverable());
    }

    @Test
    void aDroppedMessageIsGone() {
        Letter lost = bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        bench.drop(lost);
        assertEquals(List.of("n1 -> n2 b"), bench.deliverable());
        assertEquals(List.of(), bench.log);
        assertEquals(3, bench.world.deliveries(), "only the boots count");
    }

    @Test
    void aDuplicateIsTheNextOccurrence() {
        Letter original = bench.send("n1", "n2", "a");
        bench.duplicate(original);
        assertEquals(List.of("n1 -> n2 a", "n1 -> n2 a"), bench.deliverable());
        assertEquals(1, bench.world.channel(0).get(0).occurrence());
        assertEquals(2, bench.world.channel(0).get(1).occurrence());
    }

    @Test
    void theNetworkDoublesWhatACrashedNodeHadSent() {
        Letter original = bench.send("n1", "n2", "a");
        bench.crash("n1");
        bench.duplicate(original);
        assertEquals(List.of("n1 -> n2 a", "n1 -> n2 a"), bench.deliverable());
    }

    @Test
    void whatIsInFlightWaitsForTheEndOfACut() {
        bench.send("n1", "n2", "in flight");
        bench.cut("n1", "n2");
        bench.send("n1", "n2", "sent over the cut");
        assertEquals(List.of(), bench.deliverable());
        bench.heal("n1", "n2");
        assertEquals(List.of("n1 -> n2 in flight"), bench.deliverable());
    }

    @Test
    void whatIsInFlightWaitsForTheRecoveryOfANode() {
        bench.send("n1", "n2", "in flight");
        bench.send("n2", "n2/x", "within");
        bench.crash("n2");
        bench.send("n1", "n2", "sent while it is down");
        assertEquals(List.of(), bench.deliverable());
        bench.recover("n2");
        assertEquals(List.of("n1 -> n2 in flight", "n1 -> n2 sent while it is down"), bench.deliverable());
    }

    @Test
    void aNoticeToTheLastIncarnationDoesNotWait() {
        bench.sendLossless("n1", "n2", "terminated");
        bench.send("n1", "n2", "packet");
        bench.crash("n2");
        bench.recover("n2");
        assertEquals(List.of("n1 -> n2 packet"), bench.deliverable());
    }

    @Test
    void thereIsNoConnectionToReset() {
        bench.send("n1", "n2", "a");
        bench.apply(new Reset("n1", "n2"));
        assertEquals(List.of("n1 -> n2 a"), bench.deliverable());
        assertTrue(bench.world.udp());
    }
}
