package dev.heddle.harness.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.disk.DiskError;
import dev.heddle.harness.disk.DiskException;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens to a node's disk and clocks, and to a message's contents. */
class NodeFaultsTest {
    private final Bench bench = Bench.up(2, NetworkKind.UDP);

    @Test
    void aStorageErrorIsDueOnceAtATime() {
        assertTrue(bench.follow("storage-error n2 write"));
        assertFalse(bench.follow("storage-error n2 write"));
        assertFalse(bench.follow("storage-error n9 write"));
        bench.send("n1", "n2", "a", () -> bench.node("n2").disk().write("x"));
        Failure[] failure = {null};
        assertThrows(DiskException.class, () -> bench.follow("deliver n1 -> n2 a #1"));
        assertTrue(bench.follow("storage-error n2 write"));
    }

    @Test
    void whatFollowsFromAStorageErrorIsNoFailureOfTheTargets() {
        bench.follow("storage-error n2 read");
        try {
            bench.node("n2").disk().records();
        } catch (DiskException e) {
            bench.world.port().failed(new Failure(1, "n2", new IllegalStateException("cannot go on", e)));
        }
        assertNull(bench.world.failure());
        bench.world.port().failed(new Failure(1, "n2", new IllegalStateException("its own")));
        assertEquals("its own", bench.world.failure().cause().getMessage());
    }

    @Test
    void theErrorsOutliveACrashButNotTheExecution() {
        bench.follow("storage-error n2 read");
        bench.crash("n2");
        assertTrue(bench.node("n2").disk().isDue(DiskError.READ));
        bench.world.reset(1);
        assertFalse(bench.node("n2").disk().isDue(DiskError.READ));
    }

    @Test
    void howMuchSurvivesDependsOnSeedNodeAndIncarnationOnly() {
        Set<List<Integer>> seen = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            List<Integer> first = torn(seed);
            assertEquals(first, torn(seed));
            seen.add(first);
        }
        assertTrue(seen.size() > 5, seen.toString());
    }

    private List<Integer> torn(long seed) {
        bench.world.stopAll();
        bench.world.reset(seed);
        bench.boot();
        List<Integer> sizes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            List.of("a", "b", "c", "d", "e").forEach(bench.node("n2").disk()::write);
            bench.follow("storage-error n2 torn");
            bench.crash("n2");
            sizes.add(bench.node("n2").disk().syncedCount());
            bench.recover("n2");
        }
        return sizes;
    }

    @Test
    void aNodesClocksAreAheadOrBehindAndTheOthersAreNot() {
        Node node = bench.node("n2");
        assertTrue(bench.follow("skew n2 +500ms"));
        assertFalse(bench.follow("skew n2 +500ms"));
        assertEquals(500_000_000L, node.wallNanos(0));
        assertEquals(500_000_000L, node.monotonicNanos(0));
        assertEquals(0, bench.node("n1").wallNanos(0));
        assertTrue(bench.follow("skew n2 -20ms"));
        assertEquals(-20_000_000L, node.wallNanos(0));
        assertEquals(500_000_000L, node.monotonicNanos(7), "it does not run back");
        assertEquals(600_000_000L, node.monotonicNanos(620_000_000L));
        assertTrue(bench.follow("skew n2 +0ms"));
        assertFalse(bench.follow("skew n2 +0ms"));
        assertEquals(3, node.wallNanos(3));
    }

    @Test
    void aClockIsNoPartOfWhatACrashLosesButAMonotonicOneStartsOver() {
        Node node = bench.node("n2");
        bench.follow("skew n2 +500ms");
        assertEquals(500_000_000L, node.monotonicNanos(0));
        bench.follow("skew n2 +100ms");
        bench.crash("n2");
        bench.recover("n2");
        assertEquals(100_000_000L, node.wallNanos(0));
        assertEquals(100_000_000L, node.monotonicNanos(0));
        bench.world.reset(1);
        assertEquals(0, node.wallNanos(0));
    }

    @Test
    void clocksAreDrawnWithinTheBound() {
        Rng rng = new Rng(1);
        Set<Long> drawn = new HashSet<>();
        for (int i = 0; i < 5000; i++) {
            Action action = Skew.KIND.moves().get(0).at(bench.world, 1, rng);
            if (action != null) {
                bench.apply(action);
                drawn.add(((Skew) action).aheadMillis());
            }
        }
        assertTrue(drawn.contains(0L) && drawn.size() > 900, drawn.size() + " different ones");
        assertTrue(drawn.stream().allMatch(millis -> Math.abs(millis) <= 500));
    }

    @Test
    void aCorruptedMessageStandsInTheOthersPlace() {
        Bench fifo = Bench.up(2, NetworkKind.FIFO);
        fifo.send("n1", "n2", "b!");
        fifo.deliverAll();
        fifo.log.clear();
        fifo.send("n1", "n2", "b");
        fifo.send("n1", "n2", "c");
        assertFalse(fifo.follow("corrupt n1 -> n2 c #1 variant 1"), "nothing passes by what was sent before");
        assertFalse(fifo.follow("corrupt n1 -> n2 b #1 variant 3"));
        assertTrue(fifo.follow("corrupt n1 -> n2 b #1 variant 1"));
        assertEquals("corrupt n1 -> n2 b #1 variant 1", fifo.last());
        assertFalse(fifo.follow("deliver n1 -> n2 b #1"));
        assertTrue(fifo.follow("deliver n1 -> n2 b! #2"), "its occurrence is its own");
        assertTrue(fifo.follow("deliver n1 -> n2 c #1"));
        assertEquals(List.of("n1 -> n2 b!", "n1 -> n2 c"), fifo.log);
    }

    @Test
    void onlyWhatCrossesTheNetworkIsCorrupted() {
        bench.send("n1", "n1/x", "within");
        bench.sendLossless("n1", "n2", "notice");
        assertFalse(bench.follow("corrupt n1 -> n1/x within #1 variant 1"));
        assertFalse(bench.follow("corrupt n1 -> n2 notice #1 variant 1"));
    }

    @Test
    void whoAsksForAllFaultsDoesNotAskForCorruption() {
        for (NetworkKind network : NetworkKind.values()) {
            assertFalse(Faults.all(network).contains(Corrupt.KIND));
            assertTrue(Faults.all(network).containsAll(Set.of(ThrowFault.KIND, StorageError.KIND, Skew.KIND)));
            assertFalse(Faults.of(network).contains(ThrowFault.KIND));
        }
        assertEquals(
                List.of("crash", "recover", "partition", "sever", "reset", "exception", "storage", "skew"),
                Faults.ids(Faults.all(NetworkKind.FIFO)));
    }
}
