package dev.heddle.harness.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Action;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private enum Mode { CALM, BUSY }

    private final Bench bench = Bench.up(2, NetworkKind.FIFO);
    private final Mode[] modes = {Mode.CALM, Mode.CALM};
    private final Coverage coverage = new Coverage();

    CoverageTest() {
        bench.view = node -> (NodeView) field -> {
            field.accept("size", 1L);
            field.accept("mode", modes[node.index()]);
        };
        coverage.begin(bench.world, 0, "random");
    }

    private void step(Action action) {
        bench.apply(action);
        coverage.stepped(action, bench.world);
    }

    @Test
    void messagesAreCountedByTheModeTheyMeet() {
        step(bench.send("n1", "n2", "hello 1"));
        modes[1] = Mode.BUSY;
        step(bench.send("n1", "n2", "hello 2"));
        step(bench.send("n1", "n2", "hello 3"));
        step(bench.arm("n1", "tick", 5));
        assertEquals(Map.of("hello", Map.of("any", 1L, "CALM", 1L, "BUSY", 1L)), coverage.messages());
        assertEquals(Map.of("tick", Map.of("any", 1L)), coverage.timers());
        assertEquals(Map.of("CALM -> BUSY", Map.of("hello", 1L)), coverage.transitions());
    }

    @Test
    void whatNeverHappenedIsSaid() {
        step(bench.send("n1", "n2", "hello 1"));
        step(bench.send("n1", "n2", "hello 2"));
        modes[1] = Mode.BUSY;
        step(bench.send("n1", "n2", "bye"));
        step(bench.send("n1", "n2", "hello 3"));
        step(new Crash("n1"));
        assertEquals(
                List.of("no bye was ever delivered to a node in mode BUSY",
                        "no node ever went from mode BUSY to CALM",
                        "there was never any 'recover'"),
                Gaps.in(coverage, List.of("crash", "recover")));
    }

    @Test
    void aNodeThatWasDownIsInNoMode() {
        step(bench.send("n1", "n2", "hello"));
        step(new Crash("n2"));
        step(new Recover("n2"));
        modes[1] = Mode.BUSY;
        step(new Crash("n2"));
        assertEquals(Map.of(), coverage.transitions());
        assertEquals(Map.of("crash", 2L, "recover", 1L), coverage.events());
    }

    @Test
    void itGrowsFromExecutionToExecutionWhoeverRanThem() {
        step(bench.send("n1", "n2", "hello"));
        modes[1] = Mode.BUSY;
        coverage.begin(bench.world, 4, "pct");
        step(bench.send("n1", "n2", "hello"));
        step(bench.send("n2", "n1", "bye"));
        step(bench.send("n1", "n2", "hello"));
        Coverage others = new Coverage();
        modes[1] = Mode.CALM;
        others.begin(bench.world, 2, "pos");
        Action again = bench.send("n1", "n2", "bye");
        bench.apply(again);
        others.stepped(again, bench.world);

        Coverage all = new Coverage();
        all.add(coverage);
        all.add(others);
        Coverage turned = new Coverage();
        turned.add(others);
        turned.add(coverage);
        for (Coverage merged : List.of(all, turned)) {
            Growth growth = merged.growth();
            assertEquals(new Growth.Point(0, 0, 0, 0, 0), growth.at(0));
            assertEquals(new Growth.Point(2, 1, 1, 1, 0), growth.at(2));
            assertEquals(new Growth.Point(3, 1, 2, 2, 0), growth.at(3));
            assertEquals(new Growth.Point(5, 3, 2, 3, 0), growth.at(5));
            assertEquals(Map.of("random", 1L, "pct", 2L), merged.abstractStatesByKind());
        }
    }

    @Test
    void whatSeveralTookDownAddsUp() {
        step(bench.send("n1", "n2", "hello"));
        Coverage all = new Coverage();
        all.add(coverage);
        all.add(coverage);
        assertEquals(Map.of("hello", Map.of("any", 2L)), all.messages());
        assertEquals(coverage.abstractStates(), all.abstractStates());
        assertEquals(1, all.abstractStates());
    }
}
