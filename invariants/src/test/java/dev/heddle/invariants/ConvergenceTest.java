package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.PlainView.leader;
import static dev.heddle.invariants.Story.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Convergence of four servers at the end of a fair run. */
class ConvergenceTest {
    private final FakeCluster cluster = new FakeCluster(4);
    private final Monitor monitor = RaftInvariants.convergence().newMonitor();

    private void state(NodeView... views) {
        System.arraycopy(views, 0, cluster.views, 0, views.length);
    }

    private void probed() {
        cluster.clients.add(new ClientEvent.Invoked(0, "c0", 0, "append probe"));
    }

    private void settled() {
        assertFalse(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, true));
    }

    private void owed(List<String> nodes, String detail) {
        assertNull(monitor.afterStep(cluster, 0));
        assertTrue(monitor.awaits(cluster));
        assertNull(monitor.atEnd(cluster, false));
        assertEquals(Violation.of("convergence", nodes, detail), monitor.atEnd(cluster, true));
    }

    private static PlainView in(long term, long committed) {
        return follower(term, log(1, 2)).withCommitIndex(committed);
    }

    @Test
    void oneLeadsAndAllFollow() {
        probed();
        state(in(2, 2), leader(2, log(1, 2)).withCommitIndex(2), in(2, 2), in(2, 2));
        settled();
    }

    @Test
    void withoutAnyCommandALeaderIsEnough() {
        state(in(3, 0), leader(3, log(1)), in(3, 0), in(3, 0));
        settled();
    }

    @Test
    void anOldLeaderThatDoesNotKnowYetIsAStraggler() {
        state(leader(1, log(1)), leader(2, log(1)), in(2, 0), in(2, 0));
        owed(List.of("n2", "n1"), "n1 does not follow n2 after a fair run without faults:"
                + " it is in term 1 and has committed up to 0, the leader in term 2 up to 0");
    }

    @Test
    void nobodyLeads() {
        state(in(2, 2), in(2, 2), in(2, 2), in(2, 2));
        owed(List.of(), "nobody leads after a fair run without faults");
    }

    @Test
    void aLeaderThatTakesNoProbeIsNone() {
        probed();
        state(leader(3, log(1, 2)).withCommitIndex(2), in(3, 2), in(3, 2), in(3, 2));
        owed(List.of("n1"), "n1, leader of term 3, commits nothing of its term in a fair run without faults:"
                + " its commit index is 2, its log ends at 2");
    }

    @Test
    void whatIsAppendedMustCommit() {
        state(leader(2, log(1, 2)).withCommitIndex(1), in(2, 1), in(2, 1), in(2, 1));
        owed(List.of("n1"), "n1, leader of term 2, commits nothing of its term in a fair run without faults:"
                + " its commit index is 1, its log ends at 2");
    }

    @Test
    void whoeverDoesNotKnowWhatIsCommittedDoesNotFollow() {
        state(leader(2, log(1, 2)).withCommitIndex(2), in(2, 2), in(2, 1), in(2, 2));
        owed(List.of("n1", "n3"), "n3 does not follow n1 after a fair run without faults:"
                + " it is in term 2 and has committed up to 1, the leader in term 2 up to 2");
    }

    @Test
    void onlyMembersMustFollowAndOnlyThoseThatLive() {
        PlainView led = leader(2, log(1, 2)).withCommitIndex(2).withMembers(Set.of("n1", "n2", "n3"));
        state(led, in(2, 2), null, in(7, 0));
        settled();
    }

    @Test
    void aSnapshotHidesTheLastTerm() {
        probed();
        PlainLog compacted = log(1, 2).compactTo(2);
        state(leader(2, compacted).withCommitIndex(2), in(2, 2), in(2, 2), in(2, 2));
        settled();
        state(leader(2, new PlainLog(3, List.of())).withCommitIndex(2));
        settled();
        state(leader(3, compacted).withCommitIndex(2), in(3, 2), in(3, 2), in(3, 2));
        owed(List.of("n1"), "n1, leader of term 3, commits nothing of its term in a fair run without faults:"
                + " its commit index is 2, its log ends at 2");
    }
}
