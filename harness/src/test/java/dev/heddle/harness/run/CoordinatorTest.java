package dev.heddle.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.PartitionFault;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.strategy.LenientReplay;
import dev.heddle.harness.strategy.Outcome.Ending;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.RuleBreach;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoordinatorTest {
    private static final RunOptions FIFO = RunOptions.on(NetworkKind.FIFO);

    private static Strategy random(ToyTarget target, NetworkKind network, long seed) {
        return Strategies.all().get(0).create(target.settings(network), new Rng(seed));
    }

    private static Strategy script(String lines) {
        return new LenientReplay(Script.events(lines));
    }

    @Test
    void theEndOfTheStrategyIsAnOutcome() {
        ToyTarget target = ToyTarget.of(3, Bug.NONE);
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), FIFO)) {
            assertEquals(
                    new Outcome.Passed(Ending.EXHAUSTED),
                    coordinator.run(1, script("boot n1\n"), StepListener.NONE));
        }
    }

    @Test
    void theLimitIsAnOutcomeAndIsExact() {
        ToyTarget target = ToyTarget.of(3, Bug.NONE);
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), FIFO.withMaxDeliveries(50))) {
            for (long seed = 0; seed < 10; seed++) {
                assertEquals(
                        new Outcome.Passed(Ending.LIMIT),
                        coordinator.run(seed, random(target, NetworkKind.FIFO, seed), StepListener.NONE));
                assertEquals(50, coordinator.world().deliveries());
            }
        }
    }

    /** A strategy that never delivers anything is stopped as well. */
    @Test
    void stepsThatDeliverNothingAreLimited() {
        ToyTarget target = ToyTarget.of(2, Bug.NONE);
        int[] steps = new int[1];
        Strategy healer = world -> new PartitionFault.HealAll();
        try (Coordinator coordinator = new Coordinator(target, List.of(), FIFO.withMaxDeliveries(10))) {
            assertEquals(
                    new Outcome.Passed(Ending.LIMIT), coordinator.run(1, healer, (action, world) -> steps[0]++));
        }
        assertEquals(FIFO.withMaxDeliveries(10).maxSteps(), steps[0]);
        assertEquals(Long.MAX_VALUE, FIFO.withMaxDeliveries(Long.MAX_VALUE).maxSteps());
    }

    @Test
    void aViolationEndsTheExecutionAtItsStep() {
        ToyTarget target = ToyTarget.of(3, Bug.VOTES_TWICE);
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), FIFO)) {
            Outcome outcome =
                    coordinator.run(1, script(Script.TWO_LEADERS + "crash n3\n"), StepListener.NONE);
            assertEquals(
                    new Outcome.Violated(Violation.of("one-leader", List.of("n1", "n2"), "n1 and n2 lead")), outcome);
            assertEquals(Script.TWO_LEADERS, Script.lines(coordinator.world().history().events()));
        }
    }

    @Test
    void withTheBugOffTheSameOrderIsHarmless() {
        ToyTarget target = ToyTarget.of(3, Bug.NONE);
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), FIFO)) {
            assertInstanceOf(
                    Outcome.Passed.class, coordinator.run(1, script(Script.TWO_LEADERS), StepListener.NONE));
        }
    }

    @Test
    void aFailureReachesTheInvariantAtItsStep() {
        ToyTarget target = ToyTarget.of(1, Bug.NONE);
        for (int checkEvery : new int[] {1, 1000}) {
            try (Coordinator coordinator =
                    new Coordinator(target, target.invariants(), FIFO.withCheckEvery(checkEvery))) {
                Outcome outcome = coordinator.run(
                        1,
                        script("boot n1\ncommand c1 -> n1 boom\ndeliver c1 -> n1 boom #1\ncrash n1\n"),
                        StepListener.NONE);
                Violation violation = assertInstanceOf(Outcome.Violated.class, outcome).violation();
                assertEquals("nothing-thrown IllegalStateException", violation.shape());
                assertEquals(3, coordinator.world().history().performed().size());
            }
        }
    }

    @Test
    void aBreachRejectsTheTarget() {
        RuleBreach breach = new RuleBreach("slept", "do not", new Throwable());
        ToyTarget target = ToyTarget.of(2, Bug.NONE).withOnStart((world, node) -> {
            if (node.index() == 1) {
                world.port().breach(breach);
            }
        });
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), FIFO)) {
            Outcome outcome = coordinator.run(1, random(target, NetworkKind.FIFO, 1), StepListener.NONE);
            assertSame(breach, assertInstanceOf(Outcome.Rejected.class, outcome).breach());
            assertEquals("boot n1\nboot n2\n", Script.lines(coordinator.world().history().events()));
        }
    }

    /** One system reused, and a new one each time: the same traces to the byte. */
    @ParameterizedTest
    @CsvSource({"FIFO, ASYNCHRONOUS", "UDP, ASYNCHRONOUS", "FIFO, ORDERED", "UDP, ORDERED"})
    void reusedAndFreshSystemsGiveTheSameTraces(NetworkKind network, Timing timing) {
        RunOptions options = RunOptions.on(network).withTiming(timing).withMaxDeliveries(100);
        List<String> reused = traces(options.withFreshSystems(false));
        assertEquals(reused, traces(options.withFreshSystems(true)));
        assertTrue(reused.size() > 1000);
    }

    private static List<String> traces(RunOptions options) {
        ToyTarget target = ToyTarget.of(3, Bug.NONE);
        List<String> lines = new ArrayList<>();
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), options)) {
            for (long seed = 0; seed < 15; seed++) {
                coordinator.run(seed, random(target, options.network(), seed), new TraceWriter(lines::add));
            }
        }
        return lines;
    }

    private static final class Counting implements Invariant {
        final List<String> calls = new ArrayList<>();
        int breaksAtCall = Integer.MAX_VALUE;

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public Monitor newMonitor() {
            return (cluster, acted) -> {
                calls.add(cluster.name(Math.max(acted, 0)) + (acted < 0 ? "?" : ""));
                return calls.size() < breaksAtCall ? null : Violation.of(id(), List.of(), "");
            };
        }
    }

    private static final String FIVE_STEPS = "boot n1\nboot n2\nheal all\ncrash n1\nrecover n1\n";

    @Test
    void invariantsLookAfterEachStepAtTheNodeThatActed() {
        Counting counting = new Counting();
        try (Coordinator c = new Coordinator(ToyTarget.of(2, Bug.NONE), List.of(counting), FIFO)) {
            c.run(1, script(FIVE_STEPS), StepListener.NONE);
        }
        assertEquals(List.of("n1", "n2", "n1?", "n1", "n1"), counting.calls);
    }

    @Test
    void sparseChecksLookAtEveryNodeAndOnceMoreAtTheEnd() {
        Counting counting = new Counting();
        try (Coordinator c =
                new Coordinator(ToyTarget.of(2, Bug.NONE), List.of(counting), FIFO.withCheckEvery(2))) {
            c.run(1, script(FIVE_STEPS), StepListener.NONE);
            assertEquals(List.of("n1", "n2", "n1", "n2", "n1", "n2"), counting.calls);
            counting.calls.clear();
            c.run(1, script("boot n1\nboot n2\n"), StepListener.NONE);
            assertEquals(List.of("n1", "n2"), counting.calls);
        }
    }

    @Test
    void whatBreaksAfterTheLastSparseCheckIsFound() {
        Counting counting = new Counting();
        counting.breaksAtCall = 1;
        try (Coordinator c =
                new Coordinator(ToyTarget.of(2, Bug.NONE), List.of(counting), FIFO.withCheckEvery(100))) {
            assertInstanceOf(Outcome.Violated.class, c.run(1, script(FIVE_STEPS), StepListener.NONE));
        }
    }

    @Test
    void theStrategyIsToldTheOutcome() {
        List<Outcome> told = new ArrayList<>();
        Strategy strategy = new Strategy() {
            @Override
            public Action choose(dev.heddle.harness.world.World world) {
                return null;
            }

            @Override
            public void ended(Outcome outcome) {
                told.add(outcome);
            }
        };
        try (Coordinator c = new Coordinator(ToyTarget.of(1, Bug.NONE), List.of(), FIFO)) {
            c.run(1, strategy, StepListener.NONE);
        }
        assertEquals(List.of(new Outcome.Passed(Ending.EXHAUSTED)), told);
    }

    @Test
    void theHeartBeatsOncePerStepAndRestsInBetweenEvenAfterAnException() {
        List<Long> beats = new ArrayList<>();
        try (Coordinator c = new Coordinator(ToyTarget.of(1, Bug.NONE), List.of(), FIFO)) {
            assertEquals(0, c.heartbeat());
            c.run(1, script("boot n1\ncrash n1\n"), (action, world) -> beats.add(c.heartbeat()));
            assertEquals(0, c.heartbeat());
            assertTrue(beats.get(0) > 0 && beats.get(1) == beats.get(0) + 1, beats::toString);
            Strategy broken = world -> {
                throw new IllegalStateException("broken");
            };
            assertThrows(IllegalStateException.class, () -> c.run(1, broken, StepListener.NONE));
            assertEquals(0, c.heartbeat());
        }
    }

    @Test
    void limitsMustBePositive() {
        assertThrows(IllegalArgumentException.class, () -> FIFO.withMaxDeliveries(0));
        assertThrows(IllegalArgumentException.class, () -> FIFO.withCheckEvery(0));
    }

    @Test
    void outcomesAreTheSameUpToTheirShape() {
        Outcome one = new Outcome.Violated(Violation.of("a", List.of("n1"), "x"));
        assertTrue(one.sameAs(new Outcome.Violated(Violation.of("a", List.of("n2"), "y"))));
        assertTrue(!one.sameAs(new Outcome.Violated(Violation.of("b", List.of("n1"), "x"))));
        assertTrue(!one.sameAs(new Outcome.Passed(Ending.LIMIT)));
        assertTrue(new Outcome.Passed(Ending.LIMIT).sameAs(new Outcome.Passed(Ending.EXHAUSTED)));
    }
}
