package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.PartitionFault;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.strategy.Simulation.Planned;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;

/** What is due first happens next, and the clock shows when. */
class SimulationTest {
    private static final long END = 1_000_000;
    private final Bench bench = new Bench(3, NetworkKind.FIFO, Timing.ORDERED);

    private List<String> run(Simulation simulation) {
        List<String> lines = new ArrayList<>();
        for (Action next = simulation.choose(bench.world); next != null; next = simulation.choose(bench.world)) {
            lines.add(next.toEvent().line());
            bench.world.apply(next);
        }
        return lines;
    }

    private List<String> run(ToLongFunction<Message> delays, Planned... plan) {
        return run(new Simulation(List.of(plan), delays, END));
    }

    @Test
    void aMessageArrivesAfterItsDelayAndNotBeforeAnEarlierOne() {
        bench.boot();
        bench.send("n1", "n2", "slow");
        bench.send("n1", "n2", "fast");
        bench.send("n1", "n3", "fast");
        assertEquals(
                List.of("pass 100us", "deliver n1 -> n3 fast #1", "pass 200us", "deliver n1 -> n2 slow #1",
                        "deliver n1 -> n2 fast #1"),
                run(m -> m.text().equals("slow") ? 300 : 100));
        assertEquals(300_000, bench.world.nowNanos() - World.EPOCH_NANOS);
    }

    @Test
    void withinANodeNothingTakesTime() {
        bench.boot();
        bench.send("n1", "n1/log", "note");
        assertEquals(List.of("deliver n1 -> n1/log note #1"), run(m -> 100));
    }

    @Test
    void timersFireBetweenMessages() {
        bench.boot();
        bench.arm("n1", "early", World.EPOCH_NANOS + 50_000);
        bench.arm("n1", "late", World.EPOCH_NANOS + 150_000);
        bench.send("n1", "n2", "hello");
        assertEquals(
                List.of("fire n1 early #1", "pass 50us", "deliver n1 -> n2 hello #1", "fire n1 late #1"),
                run(m -> 100));
    }

    @Test
    void whatIsPlannedHappensInTimeAndACutLosesWhatIsUnderWay() {
        bench.boot();
        bench.send("n1", "n2", "lost");
        assertEquals(
                List.of("pass 10us", "cut n1 -> n2", "pass 80us", "heal n1 -> n2", "crash n3"),
                run(m -> 20, new Planned(10, new PartitionFault.Cut("n1", "n2")),
                        new Planned(90, new PartitionFault.Heal("n1", "n2")), new Planned(90, new Crash("n3"))));
    }

    @Test
    void itEndsInTime() {
        assertEquals(
                List.of("boot n1"),
                run(m -> 0, new Planned(0, new Boot("n1")), new Planned(END + 1, new Boot("n2"))));
    }
}
