package dev.heddle.minimizer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.minimizer.BrokenRulesException;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Minimized;
import dev.heddle.minimizer.Minimizer;
import dev.heddle.minimizer.MinimizerListener;
import dev.heddle.minimizer.MinimizerOptions;
import dev.heddle.minimizer.pass.Passes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EngineExperimentTest {
    private static final long LIMIT = 10;

    private static EngineExperiment experiment() {
        return new EngineExperiment(n -> Relay.of(n, LIMIT), Set.of("limit"), RunOptions.on(NetworkKind.FIFO));
    }

    private static Schedule schedule(int nodes, String... lines) {
        List<Event> events = new ArrayList<>();
        for (String line : lines) {
            events.add(Faults.VOCABULARY.parse(line));
        }
        return new Schedule(Header.of("relay", nodes, 1), events);
    }

    private static Execution run(Matching matching, Schedule schedule) {
        try (EngineExperiment experiment = experiment()) {
            return experiment.run(new Candidate(schedule, matching));
        }
    }

    private static final Schedule TEN = schedule(3,
            "boot n1", "boot n2", "boot n3",
            "command c1 -> n1 add 4", "command c1 -> n2 add 6",
            "deliver c1 -> n2 add 6 #1",
            "deliver c1 -> n1 add 4 #1",
            "deliver n1 -> n2 Sum{4} #1",
            "deliver n2 -> n3 Sum{6} #1");

    @Test
    void itSaysWhatWasExecutedUpToTheViolation() {
        Execution execution = run(Matching.EQUAL, TEN);

        assertEquals(TEN.events().subList(0, 8), execution.events());
        assertEquals(List.of("n1", "n2", "n3"), execution.nodes());
        assertEquals("a sum of 10", execution.violation().detail());
    }

    @Test
    void whatStandsBeforeAMessageIsDeliveredFirstWhereThatIsWanted() {
        Schedule third = schedule(2, "boot n1", "boot n2",
                "command c1 -> n1 add 1", "command c1 -> n1 add 2", "command c1 -> n1 add 7",
                "deliver c1 -> n1 add 7 #1");

        assertNull(run(Matching.EQUAL, third));
        assertNull(run(Matching.FIRST_OF_KIND, third));
        assertEquals(
                List.of("deliver c1 -> n1 add 1 #1", "deliver c1 -> n1 add 2 #1", "deliver c1 -> n1 add 7 #1"),
                run(Matching.IN_TURN, third).events().subList(5, 8).stream().map(Event::line).toList());
    }

    @Test
    void whatIsDeliveredFirstIsNotMetByTheFault() {
        Schedule crashing = schedule(2, "boot n1", "boot n2",
                "command c1 -> n1 write", "command c1 -> n1 sync", "command c2 -> n2 add 10",
                "crash n1 during deliver c1 -> n1 sync #1 after sync 1",
                "deliver c2 -> n2 add 10 #1");

        assertEquals(
                List.of("deliver c1 -> n1 write #1", "crash n1 during deliver c1 -> n1 sync #1 after sync 1",
                        "deliver c2 -> n2 add 10 #1"),
                run(Matching.IN_TURN, crashing).events().subList(5, 8).stream().map(Event::line).toList());
    }

    @Test
    void ofItsKindTheFirstIsTakenWhereNoneIsEqual() {
        Schedule other = schedule(2, "boot n1", "boot n2",
                "command c1 -> n1 write", "command c1 -> n1 add 10", "deliver c1 -> n1 add 11 #1");

        assertNull(run(Matching.FIRST_OF_KIND, other));
        assertEquals(
                List.of("deliver c1 -> n1 write #1", "deliver c1 -> n1 add 10 #1"),
                run(Matching.IN_TURN, other).events().subList(4, 6).stream().map(Event::line).toList());
    }

    @Test
    void anInvariantThatThrowsShowsNothing() {
        try (EngineExperiment experiment =
                new EngineExperiment(n -> Relay.of(n, -1), Set.of("limit"), RunOptions.on(NetworkKind.FIFO))) {
            assertNull(experiment.run(new Candidate(TEN, Matching.EQUAL)));
        }
    }

    @Test
    void whatComesByItselfAtAFairEndIsCountedAndThenChosen() {
        Schedule settling = schedule(2,
                "boot n1", "boot n2", "command c1 -> n1 add 12", "partition n1 | n2", "settle 10s");

        Execution execution = run(Matching.EQUAL, settling);
        assertEquals(settling.events(), execution.events());
        assertEquals(List.of("deliver c1 -> n1 add 12 #1"), execution.aftermath().stream().map(Event::line).toList());
        assertEquals(execution, run(Matching.EQUAL, execution.schedule()));

        Minimizer minimizer = new Minimizer(
                EngineExperimentTest::experiment, Passes.all(Set.of()), new MinimizerOptions(1, 500, Long.MAX_VALUE),
                MinimizerListener.NONE);
        Execution smallest = minimizer.run(settling).execution();
        assertEquals(
                List.of("boot n1", "command c1 -> n1 add 12", "deliver c1 -> n1 add 12 #1"),
                smallest.events().stream().map(Event::line).toList());
    }

    @Test
    void aTargetThatBreaksTheRulesIsSaidToDoSo() {
        Schedule waiting = schedule(2, "boot n1", "boot n2", "command c1 -> n1 wait", "deliver c1 -> n1 wait #1");
        BrokenRulesException broken = assertThrows(BrokenRulesException.class, () -> run(Matching.EQUAL, waiting));
        assertEquals("n1 waited", broken.breach().what());
        assertEquals("here", broken.getCause().getMessage());
    }

    private static EngineExperiment commanded(long maxDeliveries) {
        Relay relay = Relay.of(3, LIMIT).withCommands(List.of("add 4", "add 6", "add 1"));
        FreshExecutions byDefault = FreshExecutions.BY_DEFAULT;
        return new EngineExperiment(n -> relay, Set.of("limit"), RunOptions.on(NetworkKind.FIFO),
                new FreshExecutions(byDefault.strategies(), byDefault.settings(), maxDeliveries));
    }

    @Test
    void itMakesExecutionsAfresh() {
        Set<List<Event>> all = new HashSet<>();
        int most = 0;
        try (EngineExperiment experiment = commanded(60)) {
            for (long number = 0; number < 50; number++) {
                Execution execution = experiment.afresh(TEN.header(), number);
                if (execution == null) {
                    continue;
                }
                assertEquals(execution, experiment.afresh(TEN.header(), number));
                assertEquals(execution, experiment.run(new Candidate(execution.schedule(), Matching.EQUAL)));
                all.add(execution.events());
                most = Math.max(most, execution.schedule().deliveries());
            }
        }
        assertTrue(all.size() > 5, all.size() + " executions");
        assertTrue(most > 5, "one of " + most + " deliveries");
        try (EngineExperiment experiment = commanded(5)) {
            for (long number = 0; number < 50; number++) {
                Execution execution = experiment.afresh(TEN.header(), number);
                assertTrue(execution == null || execution.schedule().deliveries() <= 5, () -> execution.toString());
            }
        }
    }

    @Test
    void itTellsWhatCameOfWhat() {
        Execution execution = run(Matching.EQUAL, TEN);

        assertEquals(4, execution.steps().get(5).cause());
        assertEquals(3, execution.steps().get(6).cause());
        assertEquals(6, execution.steps().get(7).cause());
        assertEquals(-1, execution.steps().get(0).cause());
        assertEquals("n2", execution.steps().get(7).node());
        assertNull(execution.steps().get(3).node());
        assertEquals(List.of(Faults.VOCABULARY.parse("deliver n2 -> n3 Sum{6} #1")), execution.steps().get(5).born());
    }

    @Test
    void anotherMessageOfItsKindStandsInOnlyWhereAsked() {
        Schedule other = schedule(2,
                "boot n1", "boot n2",
                "command c1 -> n1 add 11",
                "deliver c1 -> n1 add 7 #1");

        assertNull(run(Matching.EQUAL, other));
        Execution execution = run(Matching.FIRST_OF_KIND, other);
        assertEquals(Faults.VOCABULARY.parse("deliver c1 -> n1 add 11 #1"), execution.events().get(3));
        assertNull(run(Matching.FIRST_OF_KIND, schedule(2,
                "boot n1", "boot n2", "command c1 -> n1 add 11", "deliver c1 -> n1 subtract 7 #1")));
    }

    @Test
    void aClusterThatTheTargetRefusesShowsNothing() {
        try (EngineExperiment experiment = experiment()) {
            Candidate one = new Candidate(
                    schedule(1, "boot n1", "command c1 -> n1 add 11", "deliver c1 -> n1 add 11 #1"), Matching.EQUAL);
            assertNull(experiment.run(one));
            assertNull(experiment.run(one));
        }
    }

    @Test
    void aClusterIsMadeSmallerAndItsNodesNamedAnew() {
        Minimizer minimizer = new Minimizer(
                EngineExperimentTest::experiment, Passes.all(Set.of()), new MinimizerOptions(2, 2000, Long.MAX_VALUE),
                MinimizerListener.NONE);

        Minimized result = minimizer.run(schedule(5,
                "boot n1", "boot n5", "boot n2", "boot n3", "boot n4",
                "command c2 -> n4 add 4",
                "deliver c2 -> n4 add 4 #1",
                "command c2 -> n4 add 5",
                "deliver c2 -> n4 add 5 #1",
                "command c1 -> n3 add 1",
                "deliver c1 -> n3 add 1 #1",
                "deliver n4 -> n5 Sum{4} #1",
                "deliver n4 -> n5 Sum{9} #1"));

        Schedule smallest = result.execution().schedule();
        assertTrue(result.oneMinimal());
        assertEquals(2, smallest.header().nodes());
        // No sum of ten comes of less: two commands to one node, and what it sends.
        assertEquals(List.of(
                        "boot n1", "boot n2", "command c1 -> n1 add 4", "deliver c1 -> n1 add 4 #1"),
                smallest.events().subList(0, 4).stream().map(Event::line).toList());
        assertNotNull(run(Matching.EQUAL, smallest));
        assertTrue(smallest.deliveries() <= 6, smallest.toString());
    }

    @Test
    void oneClientIsSimplerThanTwoThoughItSendsTheSameTwice() {
        Minimizer minimizer = new Minimizer(
                EngineExperimentTest::experiment, Passes.all(Set.of()), new MinimizerOptions(1, 500, Long.MAX_VALUE),
                MinimizerListener.NONE);
        Schedule smallest = minimizer.run(schedule(2, "boot n1", "boot n2", "command c2 -> n1 add 5",
                        "deliver c2 -> n1 add 5 #1", "command c1 -> n1 add 5", "deliver c1 -> n1 add 5 #1"))
                .execution().schedule();

        assertEquals(List.of("boot n1", "command c1 -> n1 add 5", "deliver c1 -> n1 add 5 #1",
                        "command c1 -> n1 add 5", "deliver c1 -> n1 add 5 #2"),
                smallest.events().stream().map(Event::line).toList());
    }

    @Test
    void whatIsLeftCanBeFollowedToTheLetter() {
        Minimizer minimizer = new Minimizer(
                EngineExperimentTest::experiment, Passes.all(Set.of()), new MinimizerOptions(1, 500, Long.MAX_VALUE),
                MinimizerListener.NONE);
        Schedule smallest = minimizer.run(TEN).execution().schedule();

        Relay target = Relay.of(smallest.header().nodes(), LIMIT);
        try (Replayer replayer = new Replayer(target, target.invariants(), smallest.header())) {
            assertTrue(replayer.strict(smallest, StepListener.NONE).outcome() instanceof Outcome.Violated);
        }
    }
}
