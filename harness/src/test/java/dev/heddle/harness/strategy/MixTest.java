package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Drop;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixTest {
    private static final Set<FaultKind> ALL = Set.copyOf(Faults.ALL);

    private static Mix draw(long seed, Set<FaultKind> faults, Map<String, Double> fixed) {
        return draw(seed, new FuzzSettings(Workload.NONE, 0, 0, faults, fixed));
    }

    private static Mix draw(long seed, FuzzSettings settings) {
        return Mix.draw(new Rng(seed), new CommandMove((count, rng) -> "go", 1), settings);
    }

    private static boolean anyFault(Mix mix) {
        return mix.moves().stream().anyMatch(Mix.Weighted::fault);
    }

    private static double weight(Mix mix, String move) {
        return mix.moves().stream()
                .filter(m -> m.move().name().equals(move))
                .mapToDouble(Mix.Weighted::weight)
                .findFirst()
                .orElse(0);
    }

    @Test
    void someExecutionsHaveNoFaultsAndSomeHave() {
        int calm = 0;
        for (int seed = 0; seed < 1000; seed++) {
            calm += anyFault(draw(seed, ALL, Map.of())) ? 0 : 1;
        }
        assertTrue(calm > 200 && calm < 450, "calm were " + calm);
    }

    @Test
    void deliveriesTimersTasksAndCommandsAreAlwaysPossible() {
        for (int seed = 0; seed < 200; seed++) {
            Mix mix = draw(seed, ALL, Map.of());
            for (String move : List.of("deliver", "timer", "task", "command")) {
                assertTrue(weight(mix, move) > 0, move + " with seed " + seed);
            }
        }
    }

    @Test
    void crashesComeWithRecoveries() {
        for (int seed = 0; seed < 200; seed++) {
            Mix mix = draw(seed, ALL, Map.of());
            assertEquals(weight(mix, "crash") > 0, weight(mix, "recover") > 0, "seed " + seed);
        }
    }

    @Test
    void withFaultsOffThereAreNone() {
        for (int seed = 0; seed < 200; seed++) {
            assertTrue(!anyFault(draw(seed, Set.of(), Map.of("crash", 5.0, "cut", 1.0))));
        }
    }

    @Test
    void theUsersWeightsHoldInEveryExecution() {
        for (int seed = 0; seed < 200; seed++) {
            Mix mix = draw(seed, ALL, Map.of("crash", 0.25, "timer", 0.0, "deliver", 3.0));
            assertEquals(0.25, weight(mix, "crash"));
            assertEquals(0.0, weight(mix, "timer"));
            assertEquals(3.0, weight(mix, "deliver"));
        }
    }

    /** Switching a fault off, or fixing a weight, leaves the other weights as they were. */
    @Test
    void oneWeightDoesNotDependOnAnother() {
        Mix all = draw(6, ALL, Map.of());
        Mix some = draw(6, Set.of(Drop.KIND), Map.of("timer", 9.0));
        assertEquals(weight(all, "command"), weight(some, "command"));
        assertEquals(weight(all, "drop"), weight(some, "drop"));
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
