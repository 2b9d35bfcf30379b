package dev.heddle.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.strategy.Divergence;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayerTest {
    private static final ToyTarget TWO_LEADERS = ToyTarget.of(3, Bug.VOTES_TWICE);

    private static Replayer.Result strict(ToyTarget target, String lines) {
        Schedule schedule = Script.schedule(lines);
        try (Replayer replayer = new Replayer(target, target.invariants(), schedule.header())) {
            return replayer.strict(schedule, StepListener.NONE);
        }
    }

    private static Replayer.Result lenient(ToyTarget target, String lines) {
        Schedule schedule = Script.schedule(lines);
        try (Replayer replayer = new Replayer(target, target.invariants(), schedule.header())) {
            return replayer.lenient(schedule, StepListener.NONE);
        }
    }

    /** Found, written, read, followed: the same events, the same trace, byte for byte. */
    @ParameterizedTest
    @CsvSource({"FIFO, ASYNCHRONOUS", "UDP, ASYNCHRONOUS", "FIFO, ORDERED", "UDP, ORDERED"})
    void aFoundScheduleIsFollowedToTheByte(NetworkKind network, Timing timing) throws ScheduleException {
        ToyTarget target = ToyTarget.of(3, Bug.FORGETS);
        RunOptions options = RunOptions.on(network).withTiming(timing).withMaxDeliveries(200);
        FuzzSettings settings = new FuzzSettings(
                target.workload(), target.clients(), -1, Set.copyOf(Faults.ALL),
                Map.of("crash-point", 0.2, "exception", 0.1, "storage", 0.1, "skew", 0.1, "corrupt", 0.1));
        StringBuilder all = new StringBuilder();
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), options);
                Replayer replayer = new Replayer(target, target.invariants(), options)) {
            for (long seed = 0; seed < 30; seed++) {
                List<String> found = new ArrayList<>();
                Outcome outcome = coordinator.run(
                        seed,
                        Strategies.all().get(0).create(settings, new Rng(seed)),
                        new TraceWriter(found::add));
                Header header = new Header(
                        "toy", 3, network, seed, List.of(), new java.util.TreeMap<>(), timing, "");
                Schedule schedule = new Schedule(header, coordinator.world().history().events());
                String text = ScheduleFormat.write(schedule);
                all.append(text);

                List<String> replayed = new ArrayList<>();
                Replayer.Result result = replayer.strict(
                        ScheduleFormat.parse(text, "x", Faults.VOCABULARY), new TraceWriter(replayed::add));
                assertEquals(found, replayed);
                assertTrue(outcome.sameAs(result.outcome()), () -> outcome + " and " + result.outcome());
                assertEquals(
                        text,
                        ScheduleFormat.write(new Schedule(
                                header, replayer.coordinator().world().history().events())));
            }
        }
        for (String kind : List.of(
                " after write 1", "throw n1 during ", " torn", " read", " write", "skew n", "corrupt n")) {
            assertTrue(all.indexOf(kind) > 0, kind);
        }
    }

    @Test
    void aScheduleWrittenByHandIsFollowed() {
        Outcome outcome = strict(TWO_LEADERS, Script.TWO_LEADERS).outcome();
        assertEquals("one-leader", assertInstanceOf(Outcome.Violated.class, outcome).violation().shape());
    }

    @Test
    void independentEventsMayChangePlaces() {
        String reordered = Script.TWO_LEADERS
                .replace("boot n1\nboot n2\nboot n3\n", "boot n3\nboot n2\nboot n1\n")
                .replace("run n1 lead#1\nrun n2 lead#1\n", "run n2 lead#1\nrun n1 lead#1\n");
        Outcome outcome = strict(TWO_LEADERS, reordered).outcome();
        assertEquals(
                List.of("n2", "n1"), assertInstanceOf(Outcome.Violated.class, outcome).violation().nodes());
    }

    @Test
    void anEventThatCannotHappenIsADivergence() {
        String broken = Script.TWO_LEADERS.replace("fire n2 claim #1\n", "");
        Outcome outcome = strict(TWO_LEADERS, broken).outcome();
        Divergence divergence = assertInstanceOf(Outcome.Diverged.class, outcome).divergence();
        assertEquals(6, divergence.event());
        assertEquals("deliver n2 -> n1 claim #1", divergence.expected());
        assertEquals(
                List.of("deliver n1 -> n3 claim #1", "deliver n2 -> n1 grant #1"),
                divergence.pending().stream().filter(l -> l.startsWith("deliver")).sorted().toList());
    }

    @Test
    void lenientSkipsWhatCannotHappen() {
        String broken = Script.TWO_LEADERS.replace("fire n2 claim #1\n", "");
        Replayer.Result result = lenient(TWO_LEADERS, broken);
        assertInstanceOf(Outcome.Passed.class, result.outcome());
        assertEquals(3, result.skipped());
    }

    @Test
    void lenientTakesAnotherOccurrence() {
        Replayer.Result result = lenient(TWO_LEADERS, Script.TWO_LEADERS.replace("#1\n", "#5\n"));
        assertInstanceOf(Outcome.Violated.class, result.outcome());
        assertEquals(0, result.skipped());
    }

    @Test
    void anEmptyScheduleIsFollowed() {
        assertEquals(
                new Outcome.Passed(Outcome.Ending.EXHAUSTED), strict(TWO_LEADERS, "").outcome());
    }

    @Test
    void whatTheTargetDrawsDoesNotShiftWhenAnotherNodesEventIsRemoved() {
        List<String> all = new ArrayList<>();
        List<String> fewer = new ArrayList<>();
        ToyTarget target = ToyTarget.of(3, Bug.NONE);
        try (Replayer replayer = new Replayer(target, List.of(), Header.of("toy", 3, 7))) {
            replayer.strict(Script.schedule("boot n1\nboot n2\n"), new TraceWriter(all::add));
            replayer.strict(Script.schedule("boot n2\n"), new TraceWriter(fewer::add));
        }
        assertEquals(
                all.stream().filter(l -> l.contains("n2 luck")).toList(),
                fewer.stream().filter(l -> l.contains("n2 luck")).toList());
        assertEquals(1, fewer.stream().filter(l -> l.contains("n2 luck")).count());
    }

    /** An execution has a limit, a replay has none: a saved schedule is followed to its end. */
    @Test
    void aReplayHasNoLimit() {
        StringBuilder lines = new StringBuilder("boot n1\n");
        for (int i = 1; i <= 1000; i++) {
            lines.append("fire n1 claim #").append(i).append('\n');
        }
        ToyTarget target = ToyTarget.of(1, Bug.NONE);
        Schedule schedule = new Schedule(Header.of("toy", 1, 7), Script.events(lines.toString()));
        try (Replayer replayer = new Replayer(
                target, List.of(), RunOptions.on(NetworkKind.FIFO).withMaxDeliveries(10))) {
            assertEquals(
                    new Outcome.Passed(Outcome.Ending.EXHAUSTED),
                    replayer.strict(schedule, StepListener.NONE).outcome());
            assertEquals(1001, replayer.coordinator().world().deliveries());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boot n4", "crash n4", "recover n4", "command c1 -> n4 x", "cut n4 -> n1", "heal n1 -> n4",
                "reset n4 -> n1", "partition n1 n2 | n4"
            })
    void aNodeThatTheTargetDoesNotHaveIsNamed(String line) {
        Schedule schedule = Script.schedule("boot n1\n" + line + "\n");
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Replayer.checkNames(schedule, List.of("n1", "n2", "n3")))
                .getMessage();
        assertTrue(message.startsWith("event 2 speaks of the node 'n4', but the target has only n1, n2, n3"), message);
    }
}
