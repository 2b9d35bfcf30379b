package dev.heddle.minimizer.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Step;
import dev.heddle.minimizer.engine.EngineExperiment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProverTest {
    private static final int DELIVERIES = 6;
    private static final Step NOBODY = new Step(null, -1, List.of());
    private static final List<Event> COMMANDS = List.of(new Command("c1", "n1", "go"));

    private static void agrees(NetworkKind network, boolean alike, List<Event> externals) {
        RunOptions run = RunOptions.on(network);
        int broken = 0;
        int deep = 0;
        for (long seed = 0; seed < 24; seed++) {
            Toy toy = new Toy(seed, 3, alike, Toy.Told.ALL);
            List<Event> shortest = new BruteForce(toy, run, externals).shortest(DELIVERIES);
            if (shortest != null) {
                broken++;
                Execution known = execution(toy, run, network, shortest);
                int length = known.schedule().deliveries();
                deep += length > 4 ? 1 : 0;
                for (int options = 0; options < 8; options++) {
                    ProverOptions way = new ProverOptions(
                            run, Long.MAX_VALUE / 4, (options & 1) != 0, (options & 2) != 0, (options & 4) != 0);
                    String what = "seed " + seed + ", " + way;
                    Proof below = prove(toy, run, known, way, length - 1);
                    assertNull(below.shorter(), what);
                    assertEquals(length, below.bound(), what);
                    Proof above = prove(toy, run, known, way, DELIVERIES);
                    assertNotNull(above.shorter(), what);
                    assertEquals(length, above.shorter().schedule().deliveries(), what);
                }
            }
        }
        assertTrue(broken > 4 && deep > 2, broken + " systems can break, " + deep + " of them not at once");
    }

    private static Execution execution(
            Toy toy, RunOptions run, NetworkKind network, List<Event> events) {
        Schedule schedule = new Schedule(Header.of("toy", 3, 1).withNetwork(network), events);
        try (EngineExperiment experiment = experiment(toy, run)) {
            return experiment.run(new Candidate(schedule, Matching.EQUAL));
        }
    }

    private static EngineExperiment experiment(Toy toy, RunOptions run) {
        return new EngineExperiment(n -> toy, Set.of("crowns"), run);
    }

    private static Proof prove(Toy toy, RunOptions run, Execution known, ProverOptions way, int most) {
        try (EngineExperiment experiment = experiment(toy, run)) {
            try (Prover prover = new Prover(toy, experiment, known, way)) {
                return prover.run(most);
            }
        }
    }

    @Test
    void itAgreesWithBruteForceOnConnections() {
        agrees(NetworkKind.FIFO, false, List.of());
    }

    @Test
    void itAgreesWithBruteForceOnPackets() {
        agrees(NetworkKind.UDP, false, List.of());
    }

    @Test
    void itAgreesWithBruteForceWhereNodesAreAlike() {
        agrees(NetworkKind.FIFO, true, List.of());
    }

    @Test
    void itAgreesWithBruteForceWithCommands() {
        agrees(NetworkKind.FIFO, false, COMMANDS);
    }

    /** With three nodes there is hardly an end too many, and few ways to exchange them. */
    @Test
    void whatIsLeftOutWithFourNodesIsNotMissed() {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        int broken = 0;
        for (long seed = 0; seed < 100; seed++) {
            Toy toy = new Toy(seed, 4, true, Toy.Told.ALL);
            Schedule nothing = new Schedule(Header.of("toy", 4, 1), List.of());
            Execution known = new Execution(
                    toy.nodes(), nothing, Violation.of("crowns", List.of("n1", "n2"), ""), List.of());
            Proof all = prove(toy, run, known, new ProverOptions(run, Long.MAX_VALUE / 4, true, false, false), 8);
            Proof fewer = prove(toy, run, known, ProverOptions.on(run, Long.MAX_VALUE / 4), 8);
            Proof histories = prove(toy, run, known, new ProverOptions(run, Long.MAX_VALUE / 4, false, true, true), 8);
            assertEquals(all.bound(), fewer.bound(), "seed " + seed);
            assertEquals(all.bound(), histories.bound(), "seed " + seed);
            assertEquals(all.shorter() == null, fewer.shorter() == null, "seed " + seed);
            broken += all.bound() > 5 && all.shorter() != null ? 1 : 0;
            assertTrue(all.shorter() != null || fewer.states() < all.states(), "seed " + seed);
        }
        assertTrue(broken > 3, broken + " systems can break late");
    }

    /** A node that says that less decides what it does than is the case does not always do the same. */
    @Test
    void aMemoryThatLeavesSomethingOutIsNoticed() {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        int noticed = 0;
        for (long seed = 0; seed < 20; seed++) {
            Toy toy = new Toy(seed, 3, false, Toy.Told.TOO_LITTLE);
            Schedule nothing = new Schedule(Header.of("toy", 3, 1), List.of());
            Execution known = new Execution(
                    toy.nodes(), nothing, Violation.of("crowns", List.of("n1", "n2"), ""), List.of());
            try {
                prove(toy, run, known, new ProverOptions(run, Long.MAX_VALUE / 4, true, false, false), DELIVERIES);
            } catch (Unprovable e) {
                noticed++;
                assertTrue(e.getMessage().contains("what the scenario calls its memory"), e.getMessage());
            }
        }
        assertTrue(noticed > 3, noticed + " were noticed");
    }

    @Test
    void whatCannotBeTriedAtEveryMomentIsRefused() {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        Toy toy = new Toy(1, 3, false, Toy.Told.ALL);
        Schedule crash = new Schedule(Header.of("toy", 3, 1), List.of(new Boot("n1"), new Crash("n1")));
        Execution known = new Execution(
                toy.nodes(), crash, Violation.of("crowns", List.of("n1", "n2"), ""), List.of(NOBODY, NOBODY));
        Unprovable refused = assertThrows(
                Unprovable.class, () -> prove(toy, run, known, ProverOptions.on(run, Long.MAX_VALUE / 4), DELIVERIES));
        assertTrue(refused.getMessage().contains("'crash n1'"), refused.getMessage());
    }
}
