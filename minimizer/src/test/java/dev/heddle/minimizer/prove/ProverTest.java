package dev.heddle.minimizer.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.BrokenRulesException;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Experiment;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Step;
import dev.heddle.minimizer.engine.EngineExperiment;
import dev.heddle.minimizer.prove.Proof.Ending;
import dev.heddle.minimizer.prove.ProverOptions.Shortcut;
import dev.heddle.minimizer.prove.Toy.Act;
import dev.heddle.minimizer.prove.Toy.Reaction;
import dev.heddle.minimizer.prove.Toy.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class ProverTest {
    private static final int DELIVERIES = 6;
    private static final long FOREVER = Long.MAX_VALUE / 4;
    private static final Step NOBODY = new Step(null, -1, List.of());
    private static final List<Event> COMMANDS = List.of(new Command("c1", "n1", "go"));

    private static void agrees(NetworkKind network, boolean alike, List<Event> externals) {
        agrees(network, externals, seed -> Toy.drawn(seed, 3, alike, Toy.Told.ALL));
    }

    /** How many nodes the violations named in all, and how many violations there were. */
    private static int[] agrees(NetworkKind network, List<Event> externals, LongFunction<Toy> toys) {
        RunOptions run = RunOptions.on(network);
        int broken = 0;
        int named = 0;
        int deep = 0;
        for (long seed = 0; seed < 24; seed++) {
            Toy toy = toys.apply(seed);
            List<Event> shortest = new BruteForce(toy, run, externals).shortest(DELIVERIES);
            if (shortest != null) {
                broken++;
                Execution known = execution(toy, run, network, shortest);
                named += known.violation().nodes().size();
                int length = known.schedule().deliveries();
                deep += length > 4 ? 1 : 0;
                for (ProverOptions way : ways(run)) {
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
        return new int[] {named, broken};
    }

    /** Nothing that makes it fast, each alone, all; what nodes could do alone is only known by their memories. */
    private static List<ProverOptions> ways(RunOptions run) {
        return List.of(
                ProverOptions.on(run, FOREVER).only(),
                ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES),
                ProverOptions.on(run, FOREVER).only(Shortcut.SYMMETRY),
                ProverOptions.on(run, FOREVER).only(Shortcut.LOOSE_ENDS),
                ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES, Shortcut.PROSPECTS),
                ProverOptions.on(run, FOREVER));
    }

    private static Execution execution(
            Toy toy, RunOptions run, NetworkKind network, List<Event> events) {
        Schedule schedule = new Schedule(Header.of("toy", 3, 1).withNetwork(network), events);
        try (EngineExperiment experiment = experiment(toy, run)) {
            return experiment.run(new Candidate(schedule, Matching.EQUAL));
        }
    }

    private static EngineExperiment experiment(Toy toy, RunOptions run) {
        return new EngineExperiment(n -> toy, Set.of(toy.law().id()), run);
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

    @Test
    void itAgreesWithBruteForceWithResets() {
        agrees(NetworkKind.FIFO, false, List.of(new Reset("n1", "n2")));
    }

    /** Some of the violations take one node, and some take two. */
    @Test
    void itAgreesWithBruteForceWhereOneNodeCanBreakIt() {
        int[] count = agrees(NetworkKind.FIFO, List.of(),
                seed -> Toy.drawn(seed, 3, false, Toy.Told.ALL).under(Toy.Law.REIGNS));
        assertTrue(count[0] > count[1] && count[0] < 2 * count[1], count[0] + " nodes in " + count[1]);
    }

    /** With three nodes there is hardly an end too many, and few ways to exchange them. */
    @Test
    void whatIsLeftOutWithFourNodesIsNotMissed() {
        leavesOutNoViolation(4, NetworkKind.FIFO, 8, 60);
    }

    @Test
    void whatIsLeftOutWithThreeNodesIsNotMissed() {
        leavesOutNoViolation(3, NetworkKind.FIFO, 8, 60);
    }

    @Test
    void whatIsLeftOutOfPacketsIsNotMissed() {
        leavesOutNoViolation(3, NetworkKind.UDP, 7, 60);
    }

    /** Two nodes wait for two others, so that one delivery before the end three have done what nobody heard of. */
    @Test
    void asManyLooseEndsAsCanBeTiedAreFollowed() {
        Reaction idle = new Reaction(0, Act.NOTHING, 0);
        Reaction crown = new Reaction(Toy.CROWNED, Act.NOTHING, 0);
        isProven(4, 8, (node, phase, kind) -> {
            if (node < 2) {
                return kind == node ? crown : idle;
            }
            return kind == Toy.TICK ? new Reaction(0, Act.TELL_ALL, node - 2) : idle;
        });
    }

    /** A node wants both messages of one step. */
    @Test
    void aStepThatSendsTwiceCountsOnce() {
        isProven(3, 8, (node, phase, kind) -> switch (node) {
            case 0 -> kind == Toy.TICK
                    ? new Reaction(0, Act.TELL_ALL, 0)
                    : new Reaction(kind == phase + 1 ? phase + 1 : phase, Act.NOTHING, 0);
            case 1 -> new Reaction(0, kind == 0 ? Act.ANSWER_TWICE : Act.NOTHING, 1);
            default -> new Reaction(kind == Toy.TICK ? Toy.CROWNED : 0, Act.NOTHING, 0);
        });
    }

    /** The shortest violation of a system takes so many deliveries, with whatever is left out. */
    private static void isProven(int nodes, int deliveries, Table table) {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        Toy toy = new Toy(table, nodes, false, Toy.Told.ALL);
        Execution known = unknown(toy);
        for (ProverOptions way : ways(run)) {
            Proof proof = prove(toy, run, known, way, deliveries);
            assertNotNull(proof.shorter(), way.toString());
            assertEquals(deliveries, proof.bound(), way.toString());
        }
    }

    private static void leavesOutNoViolation(int nodes, NetworkKind network, int deliveries, int seeds) {
        RunOptions run = RunOptions.on(network);
        int broken = 0;
        int less = 0;
        for (long seed = 0; seed < seeds; seed++) {
            Toy toy = Toy.drawn(seed, nodes, true, Toy.Told.ALL);
            Schedule nothing = new Schedule(Header.of("toy", nodes, 1).withNetwork(network), List.of());
            Execution known = new Execution(
                    toy.nodes(), nothing, Violation.of("crowns", List.of("n1", "n2"), ""), List.of());
            Proof all = prove(toy, run, known, ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES), deliveries);
            for (ProverOptions way : List.of(
                    ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES, Shortcut.SYMMETRY),
                    ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES, Shortcut.LOOSE_ENDS),
                    ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES, Shortcut.PROSPECTS),
                    ProverOptions.on(run, FOREVER))) {
                Proof fewer = prove(toy, run, known, way, deliveries);
                assertEquals(all.bound(), fewer.bound(), "seed " + seed + ", " + way);
                assertEquals(all.shorter() == null, fewer.shorter() == null, "seed " + seed + ", " + way);
                assertTrue(all.shorter() != null || fewer.states() <= all.states(), "seed " + seed + ", " + way);
                less += all.shorter() == null && fewer.states() < all.states() ? 1 : 0;
            }
            broken += all.bound() > 5 && all.shorter() != null ? 1 : 0;
        }
        assertTrue(broken > 3, broken + " systems can break late");
        assertTrue(less > seeds, less + " times something was left out");
    }

    /** A node that says that less decides what it does than is the case does not always do the same. */
    @Test
    void aMemoryThatLeavesSomethingOutIsNoticed() {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        int noticed = 0;
        for (long seed = 0; seed < 60; seed++) {
            Toy toy = Toy.drawn(seed, 3, false, Toy.Told.TOO_LITTLE);
            Schedule nothing = new Schedule(Header.of("toy", 3, 1), List.of());
            Execution known = new Execution(
                    toy.nodes(), nothing, Violation.of("crowns", List.of("n1", "n2"), ""), List.of());
            try {
                prove(toy, run, known, ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES), DELIVERIES);
            } catch (Unprovable e) {
                noticed++;
                assertTrue(e.getMessage().contains("what the scenario calls its memory"), e.getMessage());
            }
        }
        assertTrue(noticed > 3, noticed + " were noticed");
    }

    /** Where messages cannot be handed over in another execution, nothing is left out because of what came of that. */
    @Test
    void whatNodesDoAloneIsNotTrustedWhereTheyDoOtherwise() {
        trustsNot(Toy.Told.ALL_BUT_MESSAGES);
    }

    /** That messages cannot be handed over where another node wears a crown shows where two are run together. */
    @Test
    void whatTwoNodesBreakIsNotTrustedWhereTheyDoOtherwiseTogether() {
        trustsNot(Toy.Told.ALL_BUT_MESSAGES_AT_COURT);
    }

    private static void trustsNot(Toy.Told told) {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        int broken = 0;
        for (long seed = 0; seed < 24; seed++) {
            Schedule nothing = new Schedule(Header.of("toy", 3, 1), List.of());
            Toy right = Toy.drawn(seed, 3, false, Toy.Told.ALL);
            Execution known = new Execution(
                    right.nodes(), nothing, Violation.of("crowns", List.of("n1", "n2"), ""), List.of());
            Proof all = prove(right, run, known, ProverOptions.on(run, FOREVER), DELIVERIES);
            Toy toy = Toy.drawn(seed, 3, false, told);
            Proof other = prove(toy, run, known, ProverOptions.on(run, FOREVER), DELIVERIES);
            assertEquals(all.bound(), other.bound(), "seed " + seed);
            assertEquals(all.shorter() == null, other.shorter() == null, "seed " + seed);
            broken += all.shorter() != null ? 1 : 0;
        }
        assertTrue(broken > 4, broken + " systems can break");
    }

    /** What was learnt of a node is run again for each message that it sent, and then it does not send it. */
    @Test
    void aNodeThatDoesNotSendAMessageAgainIsNoticed() {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        AtomicInteger ticks = new AtomicInteger();
        Toy toy = new Toy((node, phase, kind) -> new Reaction(Math.min(Toy.CROWNED, phase + 1),
                kind == Toy.TICK && ticks.getAndIncrement() % 3 == 0 ? Act.TELL_ALL : Act.NOTHING, 0),
                3, false, Toy.Told.ALL);
        Execution known = unknown(toy);
        Unprovable refused = assertThrows(
                Unprovable.class, () -> prove(toy, run, known, ProverOptions.on(run, FOREVER), DELIVERIES));
        assertTrue(refused.getMessage().startsWith("a node does not do the same"), refused.getMessage());
    }

    /** Too little for the states; enough for them alone; for each but not for both; for all. */
    @Test
    void statesAndWhatNodesCouldDoAloneShareTheMemory() {
        Toy toy = Toy.drawn(25, 3, true, Toy.Told.ALL);
        List<String> ends = new ArrayList<>();
        for (int kilobytes : List.of(24, 50, 100, 200)) {
            ProverOptions way = ProverOptions.on(RunOptions.on(NetworkKind.FIFO), FOREVER);
            try (EngineExperiment experiment = experiment(toy, way.run());
                    Prover prover = new Prover(toy, experiment, unknown(toy), way, 1024L * kilobytes)) {
                Proof proof = prover.run(8);
                ends.add(proof.ending() + " " + proof.bound());
            }
        }
        assertEquals(List.of("MEMORY 7", "DONE 9", "MEMORY 8", "DONE 9"), ends);
    }

    /** What stands for a long execution. */
    private static Execution unknown(Toy toy) {
        Schedule nothing = new Schedule(Header.of("toy", toy.size(), 1), List.of());
        return new Execution(
                toy.nodes(), nothing, Violation.of("crowns", List.of("n1", "n2"), ""), List.of());
    }

    @Test
    void whereMemoryRunsOutTheBoundSoFarIsKept() {
        Toy toy = new Toy((node, phase, kind) -> new Reaction(phase + 1, Act.ARM, 0), 3, false, Toy.Told.ALL);
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        Experiment full = new Experiment() {
            @Override
            public Execution run(Candidate candidate) {
                throw new OutOfMemoryError("while a violation is confirmed");
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        try (Prover prover = new Prover(toy, full, unknown(toy), ProverOptions.on(run, FOREVER))) {
            endsWithMemory(6, prover.run(DELIVERIES));
        }
    }

    private static Proof confirmedByNobody(Throwable culprit) {
        Toy toy = new Toy((node, phase, kind) -> new Reaction(phase + 1, Act.ARM, 0), 3, false, Toy.Told.ALL);
        Experiment broken = new Experiment() {
            @Override
            public Execution run(Candidate candidate) {
                throw new BrokenRulesException(new RuleBreach("n1 did it", "do not", culprit));
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
        ProverOptions way = ProverOptions.on(RunOptions.on(NetworkKind.FIFO), FOREVER);
        try (Prover prover = new Prover(toy, broken, unknown(toy), way)) {
            return prover.run(DELIVERIES);
        }
    }

    @Test
    void aViolationThatNobodyCouldConfirmIsNotPassedOver() {
        endsWithMemory(6, confirmedByNobody(new OutOfMemoryError("in a handler")));
        Unprovable refused = assertThrows(Unprovable.class, () -> confirmedByNobody(new Throwable()));
        assertEquals("the target breaks the harness's rules: n1 did it", refused.getMessage());
    }

    @Test
    void whereMemoryRunsOutInAHandlerTheBoundSoFarIsKept() {
        Toy toy = new Toy((node, phase, kind) -> {
            if (phase == 1) {
                throw new OutOfMemoryError("in a handler");
            }
            return new Reaction(phase + 1, Act.ARM, 0);
        }, 3, false, Toy.Told.ALL);
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        try (EngineExperiment experiment = experiment(toy, run);
                Prover prover = new Prover(toy, experiment, unknown(toy),
                        ProverOptions.on(run, FOREVER).only(Shortcut.MEMORIES))) {
            endsWithMemory(3, prover.run(DELIVERIES));
        }
    }

    private static void endsWithMemory(int bound, Proof proof) {
        assertEquals(Ending.MEMORY, proof.ending());
        assertEquals(bound, proof.bound());
        assertNull(proof.shorter());
    }

    @Test
    void whatCannotBeTriedAtEveryMomentIsRefused() {
        RunOptions run = RunOptions.on(NetworkKind.FIFO);
        Toy toy = Toy.drawn(1, 3, false, Toy.Told.ALL);
        Schedule crash = new Schedule(Header.of("toy", 3, 1), List.of(new Boot("n1"), new Crash("n1")));
        Execution known = new Execution(
                toy.nodes(), crash, Violation.of("crowns", List.of("n1", "n2"), ""), List.of(NOBODY, NOBODY));
        Unprovable refused = assertThrows(
                Unprovable.class, () -> prove(toy, run, known, ProverOptions.on(run, FOREVER), DELIVERIES));
        assertTrue(refused.getMessage().contains("'crash n1'"), refused.getMessage());
    }
}
