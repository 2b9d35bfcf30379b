package dev.heddle.raft;

import static dev.heddle.raft.Server.FOUR;
import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.RequestVote.Purpose;
import dev.heddle.raft.bugs.Bugs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The wrong decision of each defect of the wider catalogue beside the right one. */
class CatalogueTest {

    private static final Rules RIGHT = Rules.correct();
    private static final Membership FIRST = Membership.of(FOUR);
    private static final Membership SECOND = Membership.of(List.of("n1", "n2"));
    private static final Entry A = entry(1, "a");
    private static final Entry B = entry(1, "b");
    private static final Entry C = entry(2, "c");

    private static Rules with(String bug) {
        return Bugs.rulesWith(List.of(bug));
    }

    /** A journal that loses what was not synced, and remembers what it was asked to do. */
    private static final class Journal implements Storage {
        final List<String> operations = new ArrayList<>();
        private Recovered all = new Recovered(1, "n2", Log.of(A));
        private Recovered durable = all;
        private final int operationsLeft;

        /** @param operations after so many of them it loses power */
        Journal(int operations) {
            operationsLeft = operations;
        }

        @Override
        public void write(JournalRecord written) {
            done("write");
            all = all.and(written);
        }

        @Override
        public void sync() {
            done("sync");
            durable = all;
        }

        private void done(String operation) {
            if (operations.size() == operationsLeft) {
                throw new StorageException("power lost", null);
            }
            operations.add(operation);
        }

        @Override
        public Recovered recover() {
            return durable;
        }
    }

    private static Journal persisted(Rules rules, int operations) {
        return persisted(rules, operations, new RequestVote(2, "n3", 0, 0));
    }

    private static Journal persisted(Rules rules, int operations, RequestVote call) {
        Server before = new Server(RaftSetup.figure2("n1", FOUR, rules), new Recovered(1, "n2", Log.of(A)));
        RaftState earlier = before.state;
        before.receive(call);
        Journal journal = new Journal(operations);
        try {
            rules.durability().persist(earlier, before.state, journal);
        } catch (StorageException powerLost) {
            assertEquals(operations, journal.operations.size());
        }
        return journal;
    }

    @Test
    void voteNotAtomicForgetsAVoteBetweenTwoWrites() {
        assertEquals(new Recovered(1, null, Log.of(A)), persisted(with("vote-not-atomic"), 3).recover());
        assertEquals(new Recovered(2, null, Log.of(A)), persisted(with("vote-not-atomic"), 9).recover());
        RequestVote granted = new RequestVote(2, "n3", 1, 1);
        assertEquals(new Recovered(1, null, Log.of(A)), persisted(with("vote-not-atomic"), 3, granted).recover());
        assertEquals(new Recovered(2, "n3", Log.of(A)), persisted(with("vote-not-atomic"), 9, granted).recover());
        RequestVote again = new RequestVote(2, "n2", 1, 1);
        assertEquals(new Recovered(1, null, Log.of(A)), persisted(with("vote-not-atomic"), 3, again).recover());
        assertEquals(new Recovered(1, "n2", Log.of(A)), persisted(RIGHT, 1, granted).recover());
        for (int operations = 0; operations < 2; operations++) {
            assertEquals(new Recovered(1, "n2", Log.of(A)), persisted(RIGHT, operations).recover());
        }
        assertEquals(new Recovered(2, null, Log.of(A)), persisted(RIGHT, 2).recover());
    }

    @Test
    void replyBeforePersistSyncsBeforeItWrites() {
        Journal late = persisted(with("reply-before-persist"), 9);
        assertEquals(List.of("sync", "write"), late.operations);
        assertEquals(new Recovered(1, "n2", Log.of(A)), late.recover(), "as if it had not stepped");
        assertEquals(List.of("write", "sync"), persisted(RIGHT, 9).operations);
    }

    @Test
    void stepDownGrantsWithoutLookingAtTheLog() {
        Message request = new RequestVote(3, "n4", 0, 0);
        assertTrue(Server.leading(with("step-down-grants"), 1, A).receive(request).sent
                .contains("n4 VoteReply{term=3 voter=n1 granted=true}"));
        assertTrue(Server.leading(RIGHT, 1, A).receive(request).sent
                .contains("n4 VoteReply{term=3 voter=n1 granted=false}"));
        assertTrue(Server.with(with("step-down-grants"), 1, A).receive(request).sent
                .contains("n4 VoteReply{term=3 voter=n1 granted=false}"), "a follower steps down from nothing");
    }

    @Test
    void commitPriorTermCountsReplicasOfAnEarlierTerm() {
        assertTrue(with("commit-prior-term").replication().commitTerm().commits(1, 2));
        assertFalse(RIGHT.replication().commitTerm().commits(1, 2));
    }

    @Test
    void commitPastVerifiedCommitsWhatMayBeAnotherLeaders() {
        Message heartbeat = new AppendEntries(2, "n2", 1, 1, Entries.none(), 2);
        assertEquals(2, Server.with(with("commit-past-verified"), 1, A, B).receive(heartbeat).state.commitIndex());
        assertEquals(1, Server.with(RIGHT, 1, A, B).receive(heartbeat).state.commitIndex());
    }

    @Test
    void appendAfterReadErrorSendsEntriesThatFollowOnNothing() {
        Log log = Log.of(A, B, C).startingWith(new Snapshot(2, 1, FIRST, "ab"));
        assertTrue(sentToWhoLacksAll(with("append-after-read-error"), log)
                .startsWith("n2 AppendEntries{term=3 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[2:append c]"));
        assertTrue(sentToWhoLacksAll(RIGHT, log).startsWith("n2 InstallSnapshot{term=3 leader=n1 lastIndex=2"));
    }

    /** What the leader of such a log sends to n2, who has refused twice. */
    private static String sentToWhoLacksAll(Rules rules, Log log) {
        Server leader = new Server(RaftSetup.figure2("n1", FOUR, rules), new Recovered(2, null, log))
                .expire(Timer.ELECTION)
                .receive(new VoteReply(3, "n2", true))
                .receive(new VoteReply(3, "n3", true))
                .receive(new AppendEntriesReply(3, "n2", false, 0));
        return leader.receive(new AppendEntriesReply(3, "n2", false, 0)).sent.get(0);
    }

    @Test
    void committedLostOnStepdownCutsTheLog() {
        Message newerTerm = new AppendEntriesReply(3, "n2", false, 0);
        assertEquals(Log.empty(),
                Server.leading(with("committed-lost-on-stepdown"), 1, A).receive(newerTerm).state.log());
        assertEquals(Log.of(A), Server.leading(RIGHT, 1, A).receive(newerTerm).state.log());
        assertEquals(Log.of(A), Server.with(with("committed-lost-on-stepdown"), 1, A).receive(newerTerm).state.log());
    }

    @Test
    void noReapplyAfterRestartTakesTheLogForApplied() {
        RaftState wrong = Server.with(with("no-reapply-after-restart"), 1, A, B).state;
        assertEquals(List.of(0L, 2L), List.of(wrong.commitIndex(), wrong.lastApplied()));
        RaftState right = Server.with(RIGHT, 1, A, B).state;
        assertEquals(List.of(0L, 0L), List.of(right.commitIndex(), right.lastApplied()));
    }

    private static Log installed(Rules rules, Log log, Snapshot snapshot) {
        return rules.snapshots().install().into(log, snapshot);
    }

    @Test
    void snapshotOlderThanLogDropsWhatFollows() {
        Log log = Log.of(A, B);
        Snapshot older = new Snapshot(1, 1, FIRST, "a");
        assertEquals(1, installed(with("snapshot-older-than-log"), log, older).lastIndex());
        assertEquals(2, installed(RIGHT, log, older).lastIndex());
        assertTrue(with("snapshot-older-than-log").snapshots().install().takes(log, 1, 2));
        assertFalse(RIGHT.snapshots().install().takes(log, 1, 2));
    }

    @Test
    void snapshotOlderThanLogForgetsWhatTheLeaderCountedOn() {
        Message snapshot = new InstallSnapshot(2, "n2", 1, 1, FIRST, 0, "0\n\n", true);
        Message entry = new AppendEntries(2, "n2", 1, 1, Entries.of(C), 2);
        assertEquals(1, Server.with(with("snapshot-older-than-log"), 2)
                .receive(snapshot).receive(entry).receive(snapshot).state.log().lastIndex());
        assertEquals(2, Server.with(RIGHT, 2)
                .receive(snapshot).receive(entry).receive(snapshot).state.log().lastIndex());
    }

    @Test
    void snapshotKeepsConflictKeepsWhatFollowsOnAnotherEntry() {
        Snapshot conflicting = new Snapshot(1, 2, FIRST, "c");
        assertEquals(2, installed(with("snapshot-keeps-conflict"), Log.of(A, B), conflicting).lastIndex());
        assertEquals(1, installed(RIGHT, Log.of(A, B), conflicting).lastIndex());
    }

    @Test
    void snapshotStaleConfigTakesTheMembershipOfTheSnapshotBefore() {
        Log log = Log.of(A, new Entry(1, SECOND)).startingWith(new Snapshot(1, 1, FIRST, "a"));
        assertEquals(FIRST, with("snapshot-stale-config").snapshots().snapshotMembership().of(log, 2));
        assertEquals(SECOND, RIGHT.snapshots().snapshotMembership().of(log, 2));
    }

    @Test
    void appendZeroAfterCompactionPutsEntriesBehindTheSnapshot() {
        Log log = Log.of(A).startingWith(new Snapshot(1, 1, FIRST, "a"));
        assertEquals(2, with("append-zero-after-compaction").replication().logMerge()
                .merge(log, 0, Entries.of(A), 1).lastIndex());
        assertSame(log, RIGHT.replication().logMerge().merge(log, 0, Entries.of(A), 1));
    }

    @Test
    void campaignUnappliedConfigAsksByTheAppliedMembership() {
        Server server = Server.with(RIGHT, 1, A, new Entry(1, SECOND));
        assertNull(with("campaign-unapplied-config").membership().candidateMembership().of(server.state));
        assertEquals(SECOND, RIGHT.membership().candidateMembership().of(server.state));
    }

    @Test
    void singleServerChangeGoesOneStepWithoutAJointMembership() {
        MembershipRules.FirstStep wrong = with("single-server-change").membership().firstStep();
        assertEquals(Membership.of(List.of("n1", "n2", "n3")), wrong.towards(SECOND, List.of("n3", "n4")));
        assertEquals(Membership.of(List.of("n2", "n3", "n4")), wrong.towards(FIRST, List.of("n3", "n4")));
        assertEquals(SECOND, wrong.towards(SECOND, List.of("n2", "n1")));
        assertTrue(RIGHT.membership().firstStep().towards(SECOND, List.of("n3", "n4")).joint());
    }

    @Test
    void leaderIgnoresUncommittedConfigOfAnEarlierLeader() {
        RaftState leftBehind = Server.with(RIGHT, 2, A, new Entry(1, SECOND)).state;
        MembershipRules.InForce wrong = with("leader-ignores-uncommitted-config").membership().leaderMembership();
        assertNull(wrong.of(leftBehind));
        assertEquals(SECOND, RIGHT.membership().leaderMembership().of(leftBehind));
        assertEquals(SECOND, wrong.of(Server.with(RIGHT, 1, A, new Entry(1, SECOND)).state), "the leader's own counts");
    }

    @Test
    void removeLeaderWedgesAsItDoesNotStandAnyMore() {
        Entry removal = new Entry(1, Membership.of(List.of("n2")));
        assertEquals(Role.FOLLOWER,
                Server.with(with("remove-leader-wedges"), 1, A, removal).expire(Timer.ELECTION).state.role());
        assertEquals(Role.CANDIDATE, Server.with(RIGHT, 1, A, removal).expire(Timer.ELECTION).state.role());
    }

    @Test
    void readIndexBeforeCommitTrustsANewLeadersCommitIndex() {
        RaftState leader = Server.leading(RIGHT, 1, A).state;
        assertTrue(with("read-index-before-commit").clients().readStart().possible(leader));
        assertFalse(RIGHT.clients().readStart().possible(leader));
    }

    @Test
    void readsAreConfirmedByNobodyOrByEarlierAnswers() {
        assertTrue(with("read-before-quorum").clients().readConfirmation().confirms(0, 2));
        assertTrue(with("stale-read-index-context").clients().readConfirmation().confirms(1, 2));
        assertFalse(with("stale-read-index-context").clients().readConfirmation().confirms(0, 1));
        assertFalse(RIGHT.clients().readConfirmation().confirms(1, 2));
        assertTrue(RIGHT.clients().readConfirmation().confirms(2, 2));
    }

    @Test
    void duplicateApplyKnowsNoRepetition() {
        assertFalse(with("duplicate-apply").clients().duplicate().is(1, 1));
        assertTrue(RIGHT.clients().duplicate().is(1, 1));
    }

    @Test
    void leaseReadSkewAllowsForNoDrift() {
        assertEquals(150, with("lease-read-skew").clients().leaseTime().nanos(150, 40));
        assertEquals(110, RIGHT.clients().leaseTime().nanos(150, 40));
    }

    @Test
    void prevoteDeadlockRefusesWhileItAsksItself() {
        Message question = new RequestVote(2, "n2", 1, 1, Purpose.PRE_VOTE);
        RaftFeatures preVote = RaftFeatures.figure2().withPreVote(true);
        assertTrue(asking("prevote-deadlock", preVote).receive(question).sent.get(0).contains("granted=false"));
        assertTrue(asking(null, preVote).receive(question).sent.get(0).contains("granted=true"));
    }

    private static Server asking(String bug, RaftFeatures features) {
        Rules rules = bug == null ? RIGHT : with(bug);
        RaftSetup setup = new RaftSetup("n1", FOUR, FOUR, features, Timing.standard(), rules);
        Server server = new Server(setup, new Recovered(1, null, Log.of(A))).expire(Timer.ELECTION);
        assertEquals(Role.PRE_CANDIDATE, server.state.role());
        return server;
    }

    @Test
    void prevoteCheckquorumLeavesALeaderOfAnEarlierTermWithoutAnAnswer() {
        Message stale = new AppendEntries(1, "n2", 0, 0, Entries.none(), 0);
        Message snapshot = new InstallSnapshot(1, "n2", 1, 1, FIRST, 0, "", true);
        for (Message call : List.of(stale, snapshot)) {
            assertEquals(List.of(), Server.with(with("prevote-checkquorum"), 2, C).receive(call).sent);
            assertEquals(1, Server.with(RIGHT, 2, C).receive(call).sent.size());
        }
    }

    private static final RaftFeatures PROTECTED = RaftFeatures.figure2().withPreVote(true).withCheckQuorum(true);

    private static Server following(String bug, RaftFeatures features) {
        Rules rules = bug == null ? RIGHT : with(bug);
        return new Server(new RaftSetup("n1", FOUR, FOUR, features, Timing.standard(), rules), Recovered.nothing())
                .receive(new AppendEntries(1, "n2", 0, 0, Entries.none(), 0));
    }

    @Test
    void noPrevoteLivelockDeposesALeaderThatIsHeard() {
        Message request = new RequestVote(2, "n3", 0, 0);
        assertEquals(2, following("no-prevote-livelock", PROTECTED).receive(request).state.currentTerm());
        assertEquals(1, following(null, PROTECTED).receive(request).state.currentTerm());
        assertEquals(Role.CANDIDATE,
                following("no-prevote-livelock", PROTECTED).expire(Timer.ELECTION).state.role());
        assertEquals(Role.PRE_CANDIDATE, following(null, PROTECTED).expire(Timer.ELECTION).state.role());
    }

    @Test
    void oldLeaderBlocksAsItLeadsWithoutAnAnswer() {
        assertEquals(Role.LEADER, unanswered("old-leader-blocks").state.role());
        assertEquals(Role.FOLLOWER, unanswered(null).state.role());
    }

    /** A leader whom only n2 answered for an election timeout. */
    private static Server unanswered(String bug) {
        Rules rules = bug == null ? RIGHT : with(bug);
        RaftFeatures features = RaftFeatures.figure2().withCheckQuorum(true);
        Server leader = new Server(
                new RaftSetup("n1", FOUR, FOUR, features, Timing.standard(), rules), Recovered.nothing())
                .expire(Timer.ELECTION)
                .receive(new VoteReply(1, "n2", true))
                .receive(new VoteReply(1, "n3", true));
        assertEquals(Role.LEADER, leader.state.role());
        return leader.receive(new AppendEntriesReply(1, "n2", true, 0)).expire(Timer.ELECTION);
    }
}
