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
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
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

    /** What is promised where links are severed, to servers with PreVote and CheckQuorum. */
    private final Monitor promising = RaftInvariants.convergence(Duration.ofSeconds(1)).newMonitor();

    private void afterMillis(long millis) {
        cluster.nowNanos += millis * 1_000_000;
    }

    private void severed(String... links) {
        cluster.cut.addAll(List.of(links));
    }

    private void promised(String detail) {
        assertTrue(promising.awaits(cluster));
        assertEquals(detail, promising.atEnd(cluster, true).detail());
        assertNull(promising.atEnd(cluster, false));
    }

    @Test
    void whereALinkIsSeveredRaftPromisesNothing() {
        state(in(2, 2), in(2, 2), in(2, 2), in(2, 2));
        severed("n1 -> n2");
        settled();
        promised("nobody leads after a fair run without faults");
    }

    @Test
    void withoutAConnectedMajorityNobodyPromisesAnything() {
        state(in(2, 2), in(2, 2), in(2, 2), in(2, 2));
        severed("n1 -> n2", "n3 -> n4");
        assertFalse(promising.awaits(cluster));
        assertNull(promising.atEnd(cluster, true));
    }

    @Test
    void aLeaderMustStayWhereALinkIsSevered() {
        state(leader(2, log(1, 2)).withCommitIndex(2), in(2, 2), in(2, 2), in(7, 0));
        severed("n1 -> n4");
        promised("no leader stays although a majority is connected; now it is n1, in term 2");
        afterMillis(999);
        promised("no leader stays although a majority is connected; now it is n1, in term 2");
        state(leader(3, log(1, 3)).withCommitIndex(2), in(3, 2), in(3, 2));
        afterMillis(1);
        promised("no leader stays although a majority is connected; now it is n1, in term 3");
        afterMillis(1000);
        assertFalse(promising.awaits(cluster));
        assertNull(promising.atEnd(cluster, true), "n4 does not hear n1, so it need not follow");
        state(in(3, 2));
        promised("no leader stays although a majority is connected; now there is none, in term 3");
        afterMillis(1000);
        promised("nobody leads after a fair run without faults");
    }

    @Test
    void whereAllAreConnectedALeaderMayBeNew() {
        state(leader(2, log(1, 2)).withCommitIndex(2), in(2, 2), in(2, 2), in(7, 0));
        promised("n4 does not follow n1 after a fair run without faults: it is in term 7 and has committed up to 0,"
                + " the leader in term 2 up to 2");
        state(leader(8, log(1, 8)).withCommitIndex(2), in(8, 2), in(8, 2), in(8, 2));
        assertFalse(promising.awaits(cluster));
    }

    @Test
    void whoReachesTheLeaderAndIsReachedMustFollow() {
        state(leader(2, log(1, 2)).withCommitIndex(2), in(2, 2), in(2, 1), in(2, 2));
        severed("n1 -> n4");
        assertTrue(promising.awaits(cluster));
        afterMillis(1000);
        promised("n3 does not follow n1 after a fair run without faults: it is in term 2 and has committed up to 1,"
                + " the leader in term 2 up to 2");
        severed("n3 -> n1");
        assertFalse(promising.awaits(cluster), "n3 hears n1, but n1 does not hear n3");
        severed("n2 -> n4");
        state(in(2, 2));
        assertFalse(promising.awaits(cluster), "there is no connected majority left");
    }

    @Test
    void serversMustAgreeOnWhoVotes() {
        severed("n1 -> n4");
        Set<String> three = Set.of("n1", "n2", "n3");
        PlainView member = in(2, 2).withMembers(three);
        state(member, member, member, in(2, 2));
        assertFalse(promising.awaits(cluster), "n4 does not know of the change");
        state(member, member, member, member);
        promised("nobody leads after a fair run without faults");
        state(member, member, member, new Changing(member));
        assertFalse(promising.awaits(cluster), "a change is under way");
        state(member, member, member, null);
        assertFalse(promising.awaits(cluster), "n4 is down");
    }

    /** A server while its membership changes. */
    private record Changing(
            long term, String votedFor, boolean leader, long commitIndex, long lastApplied, RaftLog log,
            Object incarnation, Set<String> members) implements RaftView {
        Changing(RaftView view) {
            this(view.term(), view.votedFor(), view.leader(), view.commitIndex(), view.lastApplied(), view.log(),
                    view.incarnation(), view.members());
        }

        @Override
        public boolean inTransition() {
            return true;
        }

        @Override
        public void fields(BiConsumer<String, Object> field) {}
    }
}
