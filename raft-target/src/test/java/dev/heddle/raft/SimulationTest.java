package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.Simulation.World;
import dev.heddle.raft.bugs.Bugs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Figure 3: the safety properties hold whatever the network does, and no longer do with a defect. */
class SimulationTest {

    private static final int STEPS = 500;

    @ParameterizedTest
    @EnumSource
    void correctRulesAreSafe(World world) {
        int elections = 0;
        int committed = 0;
        for (int seed = 0; seed < 400; seed++) {
            Simulation simulation = new Simulation(seed, world, Rules.correct());
            assertNull(simulation.firstViolation(STEPS), "seed " + seed);
            elections += simulation.elections();
            committed += simulation.committedEntries();
        }
        assertTrue(elections > 200 && committed > 200, elections + " elections, " + committed + " committed entries");
    }

    @ParameterizedTest
    @CsvSource({
        "raft-45, FIFO, election-safety",
        "raft-46, FIFO, election-safety",
        "raft-56, FIFO, election-safety",
        "raft-58b, FIFO, log-matching",
        "raft-42, FIFO, leader-completeness",
        "raft-66, UDP_CRASHES, leader-completeness",
    })
    void aDefectBreaksItsProperty(String bug, World world, String property) {
        Rules rules = Bugs.rulesWith(List.of(bug));
        String violation = null;
        for (int seed = 0; seed < 20_000 && (violation == null || !violation.startsWith(property)); seed++) {
            violation = new Simulation(seed, world, rules).firstViolation(STEPS);
        }
        assertNotNull(violation, bug + " was not found");
    }

    @Test
    void theSameSeedTakesTheSameSteps() {
        Rules rules = Bugs.rulesWith(List.of("raft-56"));
        for (int seed = 0; seed < 50; seed++) {
            String first = new Simulation(seed, World.UDP_CRASHES, rules).firstViolation(STEPS);
            String second = new Simulation(seed, World.UDP_CRASHES, rules).firstViolation(STEPS);
            assertTrue(first == null ? second == null : first.equals(second));
        }
    }
}
