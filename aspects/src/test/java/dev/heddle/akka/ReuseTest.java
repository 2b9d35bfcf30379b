package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Response;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything at once: the same seed gives the same bytes, however the system was used before. */
class ReuseTest {
    private static final int RUNS = 40;

    private static String trace(Coordinator coordinator, Target target, long seed) {
        Strategy strategy = Strategies.all().get(0).create(
                new FuzzSettings(target.workload(), target.clients(), 5, target.faults(),
                        target.preferences().weights()),
                new Rng(seed));
        Outcome outcome = coordinator.run(seed, strategy, StepListener.NONE);
        assertTrue(!(outcome instanceof Outcome.Rejected), outcome.toString());
        return coordinator.world().history().events() + "\n" + coordinator.world().history().responses();
    }

    private static Target torture(NetworkKind network) {
        return Rig.target("Torture", 3, network, Map.of());
    }

    private static RunOptions options(NetworkKind network) {
        return RunOptions.on(network).withMaxDeliveries(1500);
    }

    private static void repeats(NetworkKind network) {
        Target target = torture(network);
        try (Coordinator reused = new Coordinator(target, target.invariants(), options(network));
                Coordinator fresh =
                        new Coordinator(target, target.invariants(), options(network).withFreshSystems(true))) {
            for (int seed = 0; seed < RUNS / 4; seed++) {
                String first = trace(reused, target, seed);
                assertEquals(first, trace(fresh, target, seed), "fresh, seed " + seed);
                trace(reused, target, seed + 1000);
                assertEquals(first, trace(reused, target, seed), "reused, seed " + seed);
                assertNotEquals(first, trace(reused, target, seed + 1000));
            }
        }
    }

    @Test
    void sameBytesOnAFifoNetwork() {
        repeats(NetworkKind.FIFO);
    }

    @Test
    void sameBytesOnAUdpNetwork() {
        repeats(NetworkKind.UDP);
    }

    @Test
    void theTortureUsesEverything() {
        Target target = torture(NetworkKind.FIFO);
        Set<String> kinds = new HashSet<>();
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), options(NetworkKind.FIFO))) {
            for (int seed = 0; seed < RUNS; seed++) {
                String trace = trace(coordinator, target, seed);
                for (String kind : Set.of(
                        "AskTimeout", "StateTimeout", "ReceiveTimeout", "tick", "Terminated(n", "/ask",
                        "restarted", "ActorIdentity", "DeadLetter", "typed", "Future", "unstashed", "Crash", "drawn")) {
                    if (trace.contains(kind)) {
                        kinds.add(kind);
                    }
                }
            }
        }
        assertEquals(14, kinds.size(), kinds.toString());
    }

    @Test
    void faultsAndWeightsAreTheScenarios() {
        assertEquals(Set.copyOf(Faults.ALL), torture(NetworkKind.UDP).faults());
        assertEquals(0.05, torture(NetworkKind.UDP).preferences().weights().get("skew"));
    }

    /** What any fault did is found again by its line. */
    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void everyFaultReplays(NetworkKind network) throws ScheduleException {
        Target target = torture(network);
        StringBuilder all = new StringBuilder();
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), options(network));
                Replayer replayer = new Replayer(target, target.invariants(), RunOptions.on(network))) {
            for (int seed = 0; seed < RUNS; seed++) {
                trace(coordinator, target, seed);
                Header header = Header.of("torture", 3, seed).withNetwork(network);
                String text = ScheduleFormat.write(new Schedule(header, coordinator.world().history().events()));
                List<Response> answers = List.copyOf(coordinator.world().history().responses());
                Outcome outcome = replayer.strict(
                        ScheduleFormat.parse(text, "x", Faults.VOCABULARY), StepListener.NONE).outcome();
                assertTrue(outcome instanceof Outcome.Passed, outcome.toString());
                assertEquals(answers.toString(), replayer.coordinator().world().history().responses().toString());
                all.append(text);
            }
        }
        for (String kind : List.of(" after write ", " after sync ", "throw n", "torn\n", "read\n", "write\n", "skew n",
                "crash n")) {
            assertTrue(all.indexOf(kind) > 0, kind);
        }
    }

    @Test
    void closingLeavesNoThread() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Target target = torture(NetworkKind.FIFO);
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), options(NetworkKind.FIFO))) {
            trace(coordinator, target, 1);
        }
        Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
        after.removeAll(before);
        after.removeIf(t -> !t.getName().startsWith("heddle"));
        assertEquals(Set.of(), after);
    }
}
