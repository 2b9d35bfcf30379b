package dev.heddle.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.canary.WrongRaft;
import dev.heddle.cli.targets.Catalog;
import dev.heddle.examples.raft.RaftScenario;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.invariants.GeneralInvariants;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each invariant of the bundled Raft can fire: alone, it is broken soon by plain fuzzing of a Raft that is wrong. */
class RaftInvariantsTest {
    private static final int SEEDS = 3;

    @ParameterizedTest
    @CsvSource({
        "election-safety, raft-45, 3000",
        "log-matching, raft-58b, 200",
        "leader-completeness, committed-lost-on-stepdown, 1000",
        "state-machine-safety, no-reapply-after-restart, 200",
        "linearizability, read-index-before-commit, 1000",
        "convergence, no-prevote-livelock, 1000"
    })
    void aBugOfTheCatalogueBreaks(String invariant, String bug, long executions) {
        Bundled.of("raft", bug).watchedBy(invariant).breaks(invariant, SEEDS, executions);
    }

    @ParameterizedTest
    @CsvSource({
        "leader-append-only, leader-drops-its-end, 100",
        "no-uncaught-exception, counts-in-nothing, 100",
        "durability, log-not-synced, 500",
        "convergence, nothing-commits, 100",
        "no-progress, committed-called-lost, 100"
    })
    void aDecisionThatIsAllWrongBreaks(String invariant, String decision, long executions) {
        Bundled.of(WrongRaft.class.getName(), decision).watchedBy(invariant).breaks(invariant, SEEDS, executions);
    }

    /** With both, it says that it tolerates severed links. */
    @Test
    void whereLinksAreSeveredTheRightRaftSettles() {
        Bundled.of("raft").with("pre-vote", "on").with("check-quorum", "on").isSilent(300);
    }

    /** How bugs that fuzzing seldom finds do their harm, event by event. */
    @Test
    void keptSchedulesShowTheirBugs() throws IOException, ScheduleException {
        Bundled.keptSchedulesReplay("raft");
    }

    @Test
    void anOptionalOneFiresWhereItIsAskedFor() {
        Bundled.of("raft", "raft-66").onUdp().watchedBy("commit-index").breaks("commit-index", SEEDS, 1000);
    }

    @Test
    void noneIsLeftOut() {
        Target raft = Catalog.scenario(RaftScenario.class).create(4, NetworkKind.FIFO, List.of(), new TreeMap<>());
        assertEquals(
                List.of("election-safety", "leader-append-only", "log-matching", "leader-completeness",
                        "state-machine-safety", "durability", "linearizability", "convergence", "no-progress",
                        "no-uncaught-exception", "commit-index"),
                Stream.concat(
                                GeneralInvariants.addedTo(raft).invariants().stream(),
                                raft.optionalInvariants().stream())
                        .map(Invariant::id).toList());
    }
}
