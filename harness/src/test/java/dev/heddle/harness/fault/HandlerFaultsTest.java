package dev.heddle.harness.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.disk.Disk;
import dev.heddle.harness.disk.TornRecord;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.Divergence;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.StrictReplay;
import dev.heddle.harness.toy.Alarm;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Job;
import dev.heddle.harness.toy.Letter;
import dev.heddle.harness.world.InjectedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens in the middle of a handler. */
class HandlerFaultsTest {
    private static final String DELIVER = "deliver n1 -> n2 a #1";

    private final Bench bench = Bench.up(2, NetworkKind.FIFO);
    private final Disk disk = bench.node("n2").disk();

    /** Two synced writes with messages before, between and after; what it does when unwound must have no effect. */
    private void persist() {
        try {
            bench.send("n2", "n1", "before");
            disk.write("one");
            disk.sync();
            bench.send("n2", "n1", "between");
            disk.write("two");
            disk.sync();
            bench.send("n2", "n1", "after");
        } catch (Throwable caught) {
            bench.send("n2", "n1", "caught");
            disk.write("caught");
            disk.sync();
            bench.arm("n2", "caught", 1);
            bench.submit("n2", "caught");
            bench.world.port().failed(new Failure(1, "n2", new IllegalStateException(caught)));
            throw caught;
        }
    }

    private static final String BEFORE = "n2 -> n1 before";

    @ParameterizedTest
    @CsvSource({"write 1, false, 0", "sync 1, false, 1", "write 2, true, 1", "sync 2, true, 2"})
    void theNodeIsGoneAsTheOperationIsDone(String point, boolean between, int durable) {
        bench.send("n1", "n2", "a", this::persist);
        String line = "crash n2 during " + DELIVER + " after " + point;
        assertTrue(bench.follow(line));
        assertEquals(line, bench.last());
        assertFalse(bench.node("n2").up());
        assertEquals(1, bench.world.upCount());
        assertEquals(List.of("one", "two").subList(0, durable), disk.records());
        assertEquals(between ? List.of(BEFORE) : List.of(BEFORE), bench.deliverable());
        assertEquals(between ? 2 : 1, bench.world.channel("n2", "n1").size());
        assertEquals(0, bench.world.timerCount() + bench.world.tasks().size());
        assertNull(bench.world.failure());
        assertEquals(List.of("stop n2"), bench.log);
        assertEquals(1, bench.world.acted());
        assertTrue(bench.follow("recover n2"));
        disk.write("three");
        disk.sync();
        assertEquals(durable + 1, disk.records().size(), "nothing is left of the point");
    }

    @Test
    void aHandlerThatEndsFirstWasJustAHandler() {
        bench.send("n1", "n2", "a", this::persist);
        assertTrue(bench.follow("crash n2 during " + DELIVER + " after write 3"));
        assertEquals(DELIVER, bench.last());
        assertTrue(bench.node("n2").up());
        disk.write("three");
        assertTrue(bench.node("n2").up(), "the next handler has nothing to do with it");
    }

    @Test
    void aTornTailCanBeLeftInTheMiddleOfAHandler() {
        bench.send("n1", "n2", "a", this::persist);
        assertTrue(bench.follow("storage-error n2 torn"));
        assertTrue(bench.follow("crash n2 during " + DELIVER + " after write 2"));
        assertEquals(List.of("one", new TornRecord()), disk.records());
    }

    @Test
    void timersAndTasksHaveSuchPointsToo() {
        bench.world.port().arm(new Alarm(bench.at("n2"), 1, "t", this::persist));
        assertTrue(bench.follow("crash n2 during fire n2 t #1 after sync 1"));
        assertTrue(bench.follow("recover n2"));
        bench.world.port().submit(new Job(bench.at("n2/x"), "j", this::persist));
        assertTrue(bench.follow("crash n2 during run n2/x j#1 after sync 1"));
        assertFalse(bench.node("n2").up());
        assertEquals(List.of("one", "one"), disk.records());
    }

    @Test
    void anExceptionIsThrownAsTheHandlerIsEntered() {
        List<Object> thrown = new ArrayList<>();
        Letter letter = new Letter(bench.at("n1"), bench.at("n2"), "a", l -> {
            try {
                bench.world.port().enters();
                thrown.add("entered");
            } catch (InjectedException e) {
                thrown.add(e.getClass());
                bench.world.port().failed(new Failure(1, "n2", new IllegalStateException("wrapped", e)));
            }
        });
        bench.world.port().send(letter);
        bench.send("n1", "n2", "b", () -> thrown.add("b"));
        String line = "throw n2 during " + DELIVER;
        assertTrue(bench.follow(line));
        assertEquals(line, bench.last());
        assertEquals(List.of(InjectedException.class), thrown);
        assertNull(bench.world.failure(), "the target is not to blame");
        assertTrue(bench.follow("deliver n1 -> n2 b #1"));
        assertEquals("b", thrown.get(1));
    }

    @Test
    void whereNobodyEntersNothingIsThrown() {
        bench.send("n1", "n2", "a");
        assertTrue(bench.follow("throw n2 during " + DELIVER));
        assertEquals(DELIVER, bench.last());
        bench.send("n1", "n2", "b", () -> bench.log.add("b is handled"));
        assertTrue(bench.follow("deliver n1 -> n2 b #1"));
        assertTrue(bench.log.contains("b is handled"));
    }

    @Test
    void whatIsNotPendingHasNoHandler() {
        assertFalse(bench.follow("throw n2 during " + DELIVER));
        assertFalse(bench.follow("crash n2 during " + DELIVER + " after write 1"));
    }

    /** The line says that the node crashed; in this world it did not. */
    @ParameterizedTest
    @ValueSource(
            strings = {"crash n2 during deliver n1 -> n2 a #1 after write 9", "throw n2 during deliver n1 -> n2 a #1"})
    void strictReplayDivergesWhereItDidNotHappen(String line) {
        bench.send("n1", "n2", "a");
        StrictReplay replay = new StrictReplay(List.of(Faults.VOCABULARY.parse(line)));
        bench.apply(replay.choose(bench.world));
        assertNull(replay.choose(bench.world));
        assertEquals(new Divergence(1, line, "the handler ended without it", List.of(DELIVER)), replay.divergence());
    }

    @Test
    void strictReplayDivergesAtTheLastEventToo() {
        bench.send("n1", "n2", "a");
        StrictReplay replay = new StrictReplay(List.of(Faults.VOCABULARY.parse("throw n2 during " + DELIVER)));
        bench.apply(replay.choose(bench.world));
        replay.ended(new Outcome.Passed(Outcome.Ending.LIMIT));
        assertEquals(1, replay.divergence().event());
    }
}
