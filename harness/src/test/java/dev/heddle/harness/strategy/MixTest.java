package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.random.Rng;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {
    private static final Set<FaultKind> ALL = EnumSet.allOf(FaultKind.class);

    private static boolean anyFault(Mix mix) {
        for (Move move : Move.values()) {
            if (move.fault() != null && mix.weight(move) > 0) {
                return true;
            }
        }
        return false;
    }

    @Test
    void someExecutionsHaveNoFaultsAndSomeHave() {
        int calm = 0;
        for (int seed = 0; seed < 1000; seed++) {
            calm += anyFault(Mix.draw(new Rng(seed), ALL, Map.of())) ? 0 : 1;
        }
        assertTrue(calm > 200 && calm < 450, "calm were " + calm);
    }

    @Test
    void deliveriesTimersTasksAndCommandsAreAlwaysPossible() {
        for (int seed = 0; seed < 200; seed++) {
            Mix mix = Mix.draw(new Rng(seed), ALL, Map.of());
            for (Move move : Move.values()) {
                assertTrue(move.fault() != null || mix.weight(move) > 0, move + " with seed " + seed);
            }
        }
    }

    @Test
    void crashesComeWithRecoveries() {
        for (int seed = 0; seed < 200; seed++) {
            Mix mix = Mix.draw(new Rng(seed), ALL, Map.of());
            assertEquals(mix.weight(Move.CRASH) > 0, mix.weight(Move.RECOVER) > 0, "seed " + seed);
        }
    }

    @Test
    void withFaultsOffThereAreNone() {
        for (int seed = 0; seed < 200; seed++) {
            assertTrue(!anyFault(Mix.draw(new Rng(seed), Set.of(), Map.of("crash", 5.0, "cut", 1.0))));
        }
    }

    @Test
    void theUsersWeightsHoldInEveryExecution() {
        for (int seed = 0; seed < 200; seed++) {
            Mix mix = Mix.draw(new Rng(seed), ALL, Map.of("crash", 0.25, "timer", 0.0, "deliver", 3.0));
            assertEquals(0.25, mix.weight(Move.CRASH));
            assertEquals(0.0, mix.weight(Move.TIMER));
            assertEquals(3.0, mix.weight(Move.DELIVER));
        }
    }

    /** Switching a fault off, or fixing a weight, leaves the other weights as they were. */
    @Test
    void oneWeightDoesNotDependOnAnother() {
        Mix all = Mix.draw(new Rng(6), ALL, Map.of());
        Mix some = Mix.draw(new Rng(6), EnumSet.of(FaultKind.DROP), Map.of("timer", 9.0));
        assertEquals(all.weight(Move.COMMAND), some.weight(Move.COMMAND));
        assertEquals(all.weight(Move.DROP), some.weight(Move.DROP));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e10})
    void aWeightThatIsNoneIsRefused(double weight) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FuzzSettings(Workload.NONE, 0, -1, Set.of(), Map.of("crash", weight)));
    }

    @Test
    void aWorkloadNeedsClients() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new FuzzSettings((count, rng) -> "x", 0, -1, Set.of(), Map.of()));
    }
}
