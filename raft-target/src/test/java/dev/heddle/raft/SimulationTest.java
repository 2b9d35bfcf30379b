package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.bugs.Bugs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Figure 3: the safety properties hold whatever the network does, and no longer do with a defect. */
class SimulationTest {

    private static final int STEPS = 500;

    private static World world(String name) {
        return switch (name) {
            case "FIFO" -> World.FIFO;
            case "FIFO_CRASHES" -> World.FIFO_CRASHES;
            default -> World.UDP_CRASHES;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"FIFO", "FIFO_CRASHES", "UDP_CRASHES"})
    void figure2IsSafe(String world) {
        int elections = 0;
        int committed = 0;
        for (int seed = 0; seed < 400; seed++) {
            Simulation simulation = new Simulation(seed, world(world), Rules.correct());
            assertNull(simulation.firstViolation(STEPS), "seed " + seed);
            elections += simulation.checks().elections();
            committed += simulation.checks().committedEntries();
        }
        assertTrue(elections > 200 && committed > 200, elections + " elections, " + committed + " committed entries");
    }

    @Test
    void theWholeRaftIsSafeAndConverges() {
        int elections = 0;
        int committed = 0;
        int reads = 0;
        int snapshots = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Simulation simulation = Simulation.drawn(seed, Rules.correct());
            assertNull(simulation.firstViolation(2 * STEPS), "seed " + seed + " " + simulation.world());
            assertNull(simulation.convergence(), "seed " + seed + " " + simulation.world());
            elections += simulation.checks().elections();
            committed += simulation.checks().committedEntries();
            reads += simulation.checks().readsAnswered();
            snapshots += simulation.checks().snapshots();
        }
        assertTrue(elections > 1000 && committed > 1000 && reads > 300 && snapshots > 300, elections + " elections, "
                + committed + " committed entries, " + reads + " reads, " + snapshots + " snapshots");
    }

    @ParameterizedTest
    @CsvSource({
        "raft-45, FIFO, election-safety",
        "raft-46, FIFO, election-safety",
        "raft-56, FIFO, election-safety",
        "raft-58a, FIFO, uncaught exception",
        "raft-58b, FIFO, log-matching",
        "raft-42, FIFO, leader-completeness",
        "raft-66, UDP_CRASHES, leader-completeness",
        "raft-62, FIFO_CRASHES, election-safety",
    })
    void aDefectBreaksItsProperty(String bug, String world, String property) {
        Rules rules = Bugs.rulesWith(List.of(bug));
        String violation = null;
        for (int seed = 0; seed < 20_000 && (violation == null || !violation.startsWith(property)); seed++) {
            violation = new Simulation(seed, world(world), rules).firstViolation(STEPS);
        }
        assertNotNull(violation, bug + " was not found");
    }

    @Test
    void theSameSeedTakesTheSameSteps() {
        Rules rules = Bugs.rulesWith(List.of("raft-56"));
        for (int seed = 0; seed < 50; seed++) {
            String first = Simulation.drawn(seed, rules).firstViolation(STEPS);
            assertEquals(first, Simulation.drawn(seed, rules).firstViolation(STEPS));
        }
    }
}
