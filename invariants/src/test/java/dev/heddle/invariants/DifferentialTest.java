package dev.heddle.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The incremental monitors and the literal definitions agree on every step of random histories. */
class DifferentialTest {
    private static final int NODES = 4;
    private static final List<Invariant> WATCHED =
            Stream.concat(RaftInvariants.all().stream(), Stream.of(RaftInvariants.commitIndex())).toList();
    private final Map<String, Integer> breakages = new TreeMap<>();

    @Test
    void aRightRaftBreaksNothing() {
        for (int seed = 0; seed < 400; seed++) {
            compareOnModel(3 + seed % 3, seed, 400, null);
        }
        assertEquals(Map.of(), breakages);
    }

    @Test
    void aRightRaftLookedAtNowAndThenBreaksNothing() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RaftModel model = new RaftModel(NODES, random, null);
            FakeCluster cluster = new FakeCluster(NODES);
            List<Monitor> monitors = WATCHED.stream().map(Invariant::newMonitor).toList();
            for (int look = 0; look < 100; look++) {
                for (int skipped = random.nextInt(20); skipped >= 0; skipped--) {
                    model.step();
                }
                for (int node = 0; node < NODES; node++) {
                    cluster.views[node] = model.view(node);
                }
                for (int node = 0; node < NODES; node++) {
                    for (Monitor monitor : monitors) {
                        assertNull(monitor.afterStep(cluster, node));
                    }
                }
            }
        }
    }

    @Test
    void aRightRaftKeepsWhatItPromised() {
        for (int seed = 0; seed < 400; seed++) {
            assertNull(brokenPromise(seed, null));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VOTES_TWICE", "VOTES_FOR_SHORT_LOGS", "COMMITS_UNREPLICATED",
        "TRUNCATES_ALWAYS", "ACKNOWLEDGES_UNSYNCED"})
    void aWrongRaftBreaksItsPromises(RaftModel.Defect defect) {
        assertTrue(IntStream.range(0, 5000).anyMatch(seed -> brokenPromise(seed, defect) != null), "found by none");
    }

    private static Violation brokenPromise(int seed, RaftModel.Defect defect) {
        int nodes = 3 + seed % 3;
        RaftModel model = new RaftModel(nodes, new SplittableRandom(seed), defect);
        FakeCluster cluster = new FakeCluster(nodes);
        Monitor durability = RaftInvariants.durability(
                answer -> Long.parseLong(answer.substring("committed ".length()))).newMonitor();
        Violation violation = null;
        for (int i = 0; i < 400 && violation == null; i++) {
            int acted = i < nodes ? i : model.step();
            cluster.views[acted] = model.view(acted);
            cluster.clients.addAll(model.told);
            model.told.clear();
            violation = durability.afterStep(cluster, acted);
        }
        return violation;
    }

    @ParameterizedTest
    @EnumSource
    void aWrongRaftBreaksTheSameAtTheSameStep(RaftModel.Defect defect) {
        int seed = 0;
        while (breakages.values().stream().mapToInt(n -> n).sum() < 8 && seed < 5000) {
            compareOnModel(3 + seed % 3, seed, 400, defect);
            seed++;
        }
        assertNotEquals(Map.of(), breakages, "found by none");
    }

    @Test
    void randomStatesBreakTheSameAtTheSameStep() {
        for (int seed = 0; seed < 3000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomStates states = new RandomStates(NODES, random);
            compare(NODES, 40, states::step, states::view);
        }
        assertEquals(6, breakages.size(), () -> "each is broken by some: " + breakages);
        assertTrue(breakages.values().stream().allMatch(count -> count >= 50), breakages::toString);
    }

    private void compareOnModel(int nodes, long seed, int steps, RaftModel.Defect defect) {
        RaftModel model = new RaftModel(nodes, new SplittableRandom(seed), defect);
        compare(nodes, steps, model::step, model::view);
    }

    private void compare(int nodes, int steps, IntSupplier step, IntFunction<PlainView> view) {
        FakeCluster cluster = new FakeCluster(nodes);
        NaiveChecker naive = new NaiveChecker();
        List<Monitor> monitors = WATCHED.stream().map(Invariant::newMonitor).toList();
        int[] firstBreaks = new int[WATCHED.size()];
        Arrays.fill(firstBreaks, -1);
        for (int i = 0; i < steps; i++) {
            int acted = i < nodes ? i : step.getAsInt();
            cluster.views[acted] = view.apply(acted);
            naive.add(cluster.views);
            for (int m = 0; m < firstBreaks.length; m++) {
                if (firstBreaks[m] < 0 && monitors.get(m).afterStep(cluster, acted) != null) {
                    firstBreaks[m] = i;
                }
            }
        }
        for (int m = 0; m < firstBreaks.length; m++) {
            String id = WATCHED.get(m).id();
            assertEquals(naive.firstBreak(id), firstBreaks[m], id);
            if (firstBreaks[m] >= 0) {
                breakages.merge(id, 1, Integer::sum);
            }
        }
    }
}
