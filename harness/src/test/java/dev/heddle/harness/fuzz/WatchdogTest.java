package dev.heddle.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.LenientReplay;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.RuleBreach;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Time is a variable here: nobody waits. */
class WatchdogTest {
    private static final long LIMIT = Watchdog.LIMIT_NANOS;

    private long now = 1000;

    private Coordinator coordinator() {
        return new Coordinator(ToyTarget.of(1, Bug.NONE), List.of(), RunOptions.on(NetworkKind.FIFO));
    }

    @Test
    void noticesAStepThatLastsForTheLimitAndShowsItsStack() {
        try (Coordinator coordinator = coordinator()) {
            Watchdog dog = new Watchdog(Thread.currentThread(), coordinator::heartbeat, () -> now);
            RuleBreach[] seen = new RuleBreach[1];
            coordinator.run(1, new LenientReplay(Script.events("boot n1\n")), (action, world) -> {
                assertNull(dog.look());
                now += LIMIT - 1;
                assertNull(dog.look());
                now += 1;
                seen[0] = dog.look();
            });
            assertNotNull(seen[0]);
            assertEquals("a handler has been running for 10 s", seen[0].what());
            assertTrue(
                    Arrays.stream(seen[0].culprit().getStackTrace())
                            .anyMatch(frame -> frame.getClassName().equals(WatchdogTest.class.getName())));
        }
    }

    @Test
    void stepsThatFollowEachOtherAreNoHang() {
        try (Coordinator coordinator = coordinator()) {
            Watchdog dog = new Watchdog(Thread.currentThread(), coordinator::heartbeat, () -> now);
            RuleBreach[] seen = new RuleBreach[4];
            int[] step = new int[1];
            coordinator.run(
                    1,
                    new LenientReplay(Script.events("boot n1\ncrash n1\nrecover n1\ncrash n1\n")),
                    (action, world) -> {
                        now += 2 * LIMIT;
                        seen[step[0]++] = dog.look();
                    });
            assertEquals(4, step[0]);
            assertArrayEquals(new RuleBreach[4], seen);
        }
    }

    @Test
    void betweenExecutionsNothingHangs() {
        try (Coordinator coordinator = coordinator()) {
            Watchdog dog = new Watchdog(Thread.currentThread(), coordinator::heartbeat, () -> now);
            now += 5 * LIMIT;
            assertNull(dog.look());
            now += 5 * LIMIT;
            assertNull(dog.look());
        }
    }

    @Test
    void openingMayTakeLongerAndIsCalledByItsName() {
        Watchdog dog = new Watchdog(Thread.currentThread(), () -> Watchdog.OPENING, () -> now);
        assertNull(dog.look());
        now += Watchdog.OPENING_LIMIT_NANOS - 1;
        assertNull(dog.look());
        now += 1;
        assertEquals("the target has been opening for 30 s", dog.look().what());
    }
}
