package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.PartitionFault;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.fault.Sever;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Letter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FifoNetworkTest {
    private final Bench bench = Bench.up(3, NetworkKind.FIFO);

    @Test
    void orderIsKeptPerPairAndOnlyPerPair() {
        bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        bench.send("n1", "n3", "c");
        bench.send("n2", "n3", "d");
        assertEquals(List.of("n1 -> n2 a", "n1 -> n3 c", "n2 -> n3 d"), bench.deliverable());
        bench.deliverAll();
        assertTrue(bench.log.indexOf("n1 -> n2 a") < bench.log.indexOf("n1 -> n2 b"));
        assertEquals(4, bench.log.size());
    }

    @Test
    void actorsOfOneNodeHaveConnectionsOfTheirOwn() {
        bench.send("n1", "n2", "a");
        bench.send("n1/x", "n2", "b");
        bench.send("n1", "n2/y", "c");
        assertEquals(List.of("n1 -> n2 a", "n1/x -> n2 b", "n1 -> n2/y c"), bench.deliverable());
    }

    @Test
    void aCutLosesWhatIsInFlightThatWayAndWhatIsSentOverIt() {
        bench.send("n1", "n2", "in flight");
        bench.send("n2", "n1", "the other way");
        bench.send("n1/x", "n2/y", "in flight between children");
        bench.cut("n1", "n2");
        bench.send("n1", "n2", "sent over the cut");
        assertEquals(List.of("n2 -> n1 the other way"), bench.deliverable());
        bench.heal("n1", "n2");
        assertEquals(List.of("n2 -> n1 the other way"), bench.deliverable());
        bench.send("n1", "n2", "afterwards");
        assertEquals(List.of("n2 -> n1 the other way", "n1 -> n2 afterwards"), bench.deliverable());
    }

    @Test
    void aPartitionCutsBothWaysBetweenGroupsAndNotWithin() {
        bench.apply(new PartitionFault.Partition(List.of(
                List.of("n1"), List.of("n2", "n3"))));
        assertEquals(4, bench.world.network().cuts());
        assertTrue(bench.world.network().isCut(bench.node("n1"), bench.node("n3")));
        assertTrue(bench.world.network().isCut(bench.node("n3"), bench.node("n1")));
        bench.send("n2", "n3", "a");
        bench.send("n2", "n1", "b");
        assertEquals(List.of("n2 -> n3 a"), bench.deliverable());
    }

    @Test
    void healingAllHealsEveryCut() {
        bench.cut("n1", "n2");
        bench.cut("n3", "n2");
        bench.sendLossless("n3", "n2", "notice");
        assertEquals(List.of(), bench.deliverable());
        bench.apply(new PartitionFault.HealAll());
        assertEquals(0, bench.world.network().cuts());
        assertEquals(List.of("n3 -> n2 notice"), bench.deliverable());
    }

    @Test
    void whatIsSeveredNothingHeals() {
        bench.send("n1", "n2", "in flight");
        bench.apply(new Sever("n1", "n2"));
        bench.cut("n2", "n3");
        bench.cut("n1", "n2");
        bench.heal("n1", "n2");
        bench.apply(new PartitionFault.HealAll());
        assertEquals(1, bench.world.network().cuts());
        assertEquals(1, bench.world.network().severed());
        bench.send("n1", "n2", "sent over it");
        bench.send("n2", "n1", "the other way");
        bench.send("n2", "n3", "over what was only cut");
        assertEquals(List.of("n2 -> n1 the other way", "n2 -> n3 over what was only cut"), bench.deliverable());
        assertFalse(bench.world.connected(0, 1));
        assertTrue(bench.world.connected(1, 0));
        bench.world.reset(1);
        assertEquals(0, bench.world.network().cuts() + bench.world.network().severed());
    }

    @Test
    void aCutCanBecomeOneForGood() {
        bench.cut("n1", "n2");
        assertTrue(new Sever("n1", "n2").possible(bench.world));
        bench.apply(new Sever("n1", "n2"));
        assertFalse(new Sever("n1", "n2").possible(bench.world));
        assertFalse(new PartitionFault.Heal("n1", "n2").possible(bench.world));
        assertEquals(1, bench.world.network().cuts());
    }

    @Test
    void aCutTwiceIsOneCut() {
        bench.cut("n1", "n2");
        bench.cut("n1", "n2");
        assertEquals(1, bench.world.network().cuts());
        bench.heal("n1", "n2");
        bench.heal("n1", "n2");
        assertEquals(0, bench.world.network().cuts());
    }

    @Test
    void aResetLosesWhatIsInFlightAndNothingLater() {
        bench.send("n1", "n2", "in flight");
        bench.send("n2", "n1", "the other way");
        bench.apply(new Reset("n1", "n2"));
        bench.send("n1", "n2", "afterwards");
        assertEquals(List.of("n2 -> n1 the other way", "n1 -> n2 afterwards"), bench.deliverable());
    }

    @Test
    void aConnectionToItselfHasNothingToLose() {
        bench.send("n1", "n1/x", "within");
        bench.apply(new Reset("n1", "n1"));
        bench.cut("n1", "n1");
        assertEquals(0, bench.world.network().cuts());
        assertEquals(List.of("n1 -> n1/x within"), bench.deliverable());
    }

    @Test
    void aCrashLosesWhatIsInFlightToTheNodeAndWithinIt() {
        bench.send("n1", "n2", "to it");
        bench.send("n2", "n2/x", "within it");
        bench.send("n2", "n1", "from it");
        bench.send("c1", "n2", "from a client");
        bench.crash("n2");
        bench.send("n1", "n2", "to it while it is down");
        bench.send("n2", "n1", "from it while it is down");
        assertEquals(List.of("n2 -> n1 from it"), bench.deliverable());
        bench.recover("n2");
        assertEquals(List.of("n2 -> n1 from it"), bench.deliverable());
        bench.send("n1", "n2", "afterwards");
        assertEquals(List.of("n2 -> n1 from it", "n1 -> n2 afterwards"), bench.deliverable());
    }

    @Test
    void noNetworkLosesWhatIsLossless() {
        bench.sendLossless("n1", "n2", "before");
        bench.cut("n1", "n2");
        bench.sendLossless("n1", "n2", "during");
        assertEquals(List.of(), bench.deliverable());
        bench.heal("n1", "n2");
        bench.apply(new Reset("n1", "n2"));
        bench.deliverAll();
        assertEquals(List.of("n1 -> n2 before", "n1 -> n2 during"), bench.log);
    }

    @Test
    void theNoticeOfACrashArrivesAfterIt() {
        bench.onStop = node -> {
            bench.send("n2", "n1", "last words");
            bench.sendLossless("n2", "n1", "terminated");
        };
        bench.crash("n2");
        assertEquals(List.of("n2 -> n1 terminated"), bench.deliverable());
        bench.recover("n2");
        assertEquals(List.of("n2 -> n1 terminated"), bench.deliverable());
    }

    @Test
    void aNoticeToANodeThatIsGoneIsLost() {
        bench.sendLossless("n1", "n2", "terminated");
        bench.onStop = node -> bench.sendLossless("n2/x", "n2", "child terminated");
        bench.crash("n2");
        bench.sendLossless("n1", "n2", "terminated");
        assertEquals(List.of(), bench.deliverable());
        bench.recover("n2");
        assertEquals(List.of(), bench.deliverable());
    }

    @Test
    void onlyWhatIsUnderWayBetweenNodesIsExposed() {
        Letter between = bench.send("n1", "n2", "a");
        assertTrue(between.exposed());
        assertFalse(bench.send("n1", "n1/x", "b").exposed());
        assertFalse(bench.sendLossless("n1", "n3", "c").exposed());
        bench.apply(between);
        assertFalse(between.exposed());
        assertNull(between.channel());
    }

    @Test
    void channelsAreFoundByNames() {
        bench.send("n1", "n2/x", "a");
        assertEquals(1, bench.world.channel("n1", "n2/x").size());
        assertNull(bench.world.channel("n2/x", "n1"));
        assertNull(bench.world.channel("nobody", "n1"));
    }
}
