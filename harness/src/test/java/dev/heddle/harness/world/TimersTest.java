package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.toy.Alarm;
import dev.heddle.harness.toy.Bench;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimersTest {
    private static final long START = World.EPOCH_NANOS;

    private static Bench bench(Timing timing) {
        Bench bench = new Bench(2, NetworkKind.FIFO, timing);
        bench.boot();
        return bench;
    }

    @Test
    void anyTimerMayFireAtAnyMomentAndTimeNeverGoesBack() {
        Bench bench = bench(Timing.ASYNCHRONOUS);
        Alarm late = bench.arm("n1", "late", START + 500);
        Alarm early = bench.arm("n2", "early", START + 100);
        assertEquals(2, bench.world.timerCount());
        bench.apply(late);
        assertEquals(START + 500, bench.world.nowNanos());
        bench.apply(early);
        assertEquals(START + 500, bench.world.nowNanos());
        assertEquals(List.of("n1 late", "n2 early"), bench.log);
    }

    @Test
    void inOrderedTimingTheEarliestFiresAndOfSeveralTheOneArmedFirst() {
        Bench bench = bench(Timing.ORDERED);
        bench.arm("n1", "c", START + 300);
        bench.arm("n2", "a", START + 100);
        bench.arm("n1", "b", START + 100);
        bench.arm("n1", "z", START + 50);
        while (bench.world.timerCount() > 0) {
            assertEquals(1, bench.world.timerCount());
            bench.apply(bench.world.timer(0));
        }
        assertEquals(List.of("n1 z", "n2 a", "n1 b", "n1 c"), bench.log);
    }

    @Test
    void inOrderedTimingOnlyTheOwnerOfTheEarliestHasOneToFire() {
        Bench bench = bench(Timing.ORDERED);
        Alarm first = bench.arm("n1", "a", START + 100);
        bench.arm("n2", "b", START + 200);
        assertEquals(List.of(first), bench.world.timersOf("n1"));
        assertEquals(List.of(), bench.world.timersOf("n2"));
    }

    @Test
    void aCancelledTimerIsGone() {
        Bench bench = bench(Timing.ASYNCHRONOUS);
        Alarm alarm = bench.arm("n1", "a", START);
        assertTrue(alarm.armed());
        assertTrue(bench.world.port().cancel(alarm));
        assertFalse(alarm.armed());
        assertFalse(bench.world.port().cancel(alarm));
        assertEquals(0, bench.world.timerCount());
    }

    @Test
    void aTimerThatFiredCannotBeCancelled() {
        Bench bench = bench(Timing.ASYNCHRONOUS);
        Alarm alarm = bench.arm("n1", "a", START);
        bench.apply(alarm);
        assertFalse(bench.world.port().cancel(alarm));
    }

    @Test
    void aCrashRemovesTheTimersOfTheNodeAndItsChildren() {
        Bench bench = bench(Timing.ASYNCHRONOUS);
        Alarm own = bench.arm("n1", "a", START);
        bench.arm("n1/x", "b", START);
        Alarm others = bench.arm("n2", "c", START);
        bench.crash("n1");
        bench.arm("n1", "mute", START);
        assertEquals(List.of(others), bench.world.timersOf("n2"));
        assertEquals(1, bench.world.timerCount());
        assertFalse(own.armed());
    }

    @Test
    void theSetStaysWholeWhateverIsRemoved() {
        Bench bench = bench(Timing.ASYNCHRONOUS);
        List<Alarm> alarms = new java.util.ArrayList<>();
        for (int i = 0; i < 100; i++) {
            alarms.add(bench.arm("n1", "t" + i, START + i));
        }
        for (int i = 0; i < 100; i += 3) {
            bench.world.port().cancel(alarms.get(i));
        }
        java.util.Set<Timer> left = new java.util.HashSet<>(bench.world.timersOf("n1"));
        for (int i = 0; i < 100; i++) {
            assertEquals(i % 3 != 0, left.contains(alarms.get(i)), "t" + i);
        }
    }
}
