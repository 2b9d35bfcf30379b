package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.heddle.raft.AppendEntriesReply.Conflict;
import dev.heddle.raft.RaftFeatures.Lease;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Client interaction (§8; thesis chapter 6): sessions, reads, leases, leaders that lost their majority. */
class ThesisChapter6ClientsTest {

    private static final RaftFeatures LEASE =
            RaftFeatures.figure2().withLease(Lease.allowing(Duration.ofMillis(30)));
    private static final RaftFeatures CHECK_QUORUM = RaftFeatures.figure2().withCheckQuorum(true);

    private static AppendEntriesReply answer(String follower, long matchIndex, long round) {
        return new AppendEntriesReply(1, follower, true, matchIndex, Conflict.NONE, round);
    }

    private static List<String> reads(Server server) {
        return server.sent.stream().filter(line -> line.startsWith("read ")).toList();
    }

    /** The leader of term 1 that has committed an entry of it. */
    private static Server committed(RaftFeatures features) {
        return Server.leading(features, 0).command("append a").receive(answer("n2", 1, 0)).receive(answer("n3", 1, 0));
    }

    // 6.3, sessions

    private static String apply(AppliedState state, long index, String session, long sequence, String text) {
        return state.apply(index, new ClientCommand(session, sequence, text)).text();
    }

    @Test
    void aRetriedCommandIsAppliedOnceAndAnsweredWithItsResult() {
        WordList words = new WordList();
        AppliedState state = new AppliedState(words, ClientRules.CORRECT, 0);
        assertEquals("1", apply(state, 1, "s", 1, "append a"));
        assertEquals("2", apply(state, 2, "t", 1, "append b"), "sessions do not share their numbers");
        assertEquals("1", apply(state, 3, "s", 1, "append a"));
        assertEquals("3", apply(state, 4, "s", 2, "append c"));
        assertNull(apply(state, 5, "s", 1, "append a"), "its client has gone on");
        assertEquals(List.of("a", "b", "c"), words.words());
    }

    @Test
    void withoutASessionEveryCopyIsApplied() {
        WordList words = new WordList();
        AppliedState state = new AppliedState(words, ClientRules.CORRECT, 0);
        assertNull(state.apply(1, new ClientCommand("append a")).text());
        state.apply(2, new ClientCommand("append a"));
        assertEquals(List.of("a", "a"), words.words());
    }

    @Test
    void sessionsAreInTheSnapshot() {
        AppliedState state = new AppliedState(new WordList(), ClientRules.CORRECT, 0);
        apply(state, 1, "s\n1", 7, "append a\nb");
        WordList words = new WordList();
        AppliedState restored = new AppliedState(words, ClientRules.CORRECT, 0);
        apply(restored, 1, "gone", 1, "append gone");
        restored.restore(state.snapshot());
        assertEquals("1", apply(restored, 2, "s\n1", 7, "append a\nb"));
        assertEquals(List.of("a\nb"), words.words());
        assertEquals(state.snapshot(), restored.snapshot());
    }

    // 6.3, sessions that are limited

    private static AppliedState limited(WordList words, int sessions) {
        return new AppliedState(words, ClientRules.CORRECT, sessions);
    }

    private static final AppliedState.Result EXPIRED = AppliedState.Result.EXPIRED;

    @Test
    void aSessionIsCalledByTheIndexAtWhichItWasOpened() {
        AppliedState state = limited(new WordList(), 2);
        assertEquals("7", state.apply(7, new OpenSession()).text());
        assertEquals("8", state.apply(8, new OpenSession()).text(), "asked for again, it is another one");
        assertEquals("1", apply(state, 9, "7", 1, "append a"));
        assertEquals("1", apply(state, 10, "7", 1, "append a"));
    }

    @Test
    void theSessionUsedLeastRecentlyIsForgotten() {
        WordList words = new WordList();
        AppliedState state = limited(words, 2);
        state.apply(1, new OpenSession());
        state.apply(2, new OpenSession());
        assertEquals("1", apply(state, 3, "1", 1, "append a"));
        state.apply(4, new OpenSession());
        assertEquals(EXPIRED, state.apply(5, new ClientCommand("2", 1, "append b")));
        assertEquals("1", apply(state, 6, "1", 1, "append a"), "a repetition is a use as well");
        state.apply(7, new OpenSession());
        assertEquals(EXPIRED, state.apply(8, new ClientCommand("4", 1, "append c")));
        assertEquals("2", apply(state, 9, "1", 2, "append d"));
        assertEquals(List.of("a", "d"), words.words());
    }

    @Test
    void aCommandOfAForgottenSessionIsNotAppliedASecondTimeNorAFirst() {
        WordList words = new WordList();
        AppliedState state = limited(words, 1);
        state.apply(1, new OpenSession());
        assertEquals("1", apply(state, 2, "1", 1, "append a"));
        state.apply(3, new OpenSession());
        assertEquals(EXPIRED, state.apply(4, new ClientCommand("1", 1, "append a")));
        assertEquals(EXPIRED, state.apply(5, new ClientCommand("1", 2, "append b")));
        assertEquals(EXPIRED, state.apply(6, new ClientCommand("own", 1, "append c")));
        assertEquals(List.of("a"), words.words());
    }

    @Test
    void whichSessionGoesNextIsInTheSnapshot() {
        AppliedState state = limited(new WordList(), 2);
        state.apply(1, new OpenSession());
        state.apply(2, new OpenSession());
        apply(state, 3, "1", 1, "append a");
        AppliedState restored = limited(new WordList(), 2);
        restored.restore(state.snapshot());
        assertEquals(state.snapshot(), restored.snapshot());
        restored.apply(4, new OpenSession());
        assertEquals(EXPIRED, restored.apply(5, new ClientCommand("2", 1, "append b")));
        assertEquals("1", apply(restored, 6, "1", 1, "append a"));
    }

    @Test
    void aSnapshotMadeWhereSessionsWereNotLimitedIsReadWhereTheyAreAndTheOtherWayRound() {
        AppliedState unlimited = new AppliedState(new WordList(), ClientRules.CORRECT, 0);
        apply(unlimited, 1, "1", 7, "append a");
        AppliedState limited = limited(new WordList(), 2);
        limited.restore(unlimited.snapshot());
        assertEquals("1", apply(limited, 2, "1", 7, "append a"));

        AppliedState again = new AppliedState(new WordList(), ClientRules.CORRECT, 0);
        again.restore(limited.snapshot());
        assertEquals("1", apply(again, 3, "1", 7, "append a"));
        assertEquals("2", apply(again, 4, "1", 8, "append b"));
    }

    @Test
    void unlessTheyAreLimitedSessionsMayBeOpenedAndBeginByThemselves() {
        AppliedState state = new AppliedState(new WordList(), ClientRules.CORRECT, 0);
        for (int index = 1; index <= 100; index++) {
            state.apply(index, new OpenSession());
        }
        assertEquals("1", apply(state, 101, "1", 1, "append a"));
        assertEquals("2", apply(state, 102, "own", 1, "append b"));
    }

    // 6.4, reads

    @Test
    void aReadIsAnsweredOnceAMajorityConfirmedTheLeaderInARoundThatBeganAfterIt() {
        Server server = committed(RaftFeatures.figure2()).read(7);
        assertEquals(3, server.sent.size());
        assertEquals(true, server.sent.get(0).endsWith("leaderCommit=1 round=1}"), server.sent::toString);
        assertEquals(List.of(), reads(server.receive(answer("n2", 1, 1))));
        assertEquals(List.of("read 7 confirmed"), reads(server.receive(answer("n4", 1, 1))));
        assertEquals(true, server.expire(Timer.HEARTBEAT).sent.get(0).endsWith("leaderCommit=1}"), "no round any more");
    }

    @Test
    void anAnswerToAnEarlierRoundDoesNotConfirmALaterRead() {
        Server server = committed(RaftFeatures.figure2()).read(1).read(2);
        server.receive(answer("n2", 1, 1));
        assertEquals(List.of("read 1 confirmed"), reads(server.receive(answer("n3", 1, 1))));
        server.receive(answer("n2", 1, 2)).receive(answer("n2", 1, 2));
        assertEquals(List.of("read 2 confirmed"), reads(server.receive(answer("n3", 1, 2))));
    }

    @Test
    void aRefusalInTheLeadersTermConfirmsItAsWell() {
        Server server = committed(RaftFeatures.figure2()).read(1).receive(answer("n2", 1, 1));
        server.receive(new AppendEntriesReply(1, "n4", false, 0, Conflict.NONE, 1));
        assertEquals(List.of("read 1 confirmed"), reads(server));
    }

    @Test
    void aStaleCallGetsNoRoundBackAsItsSenderMayLeadInTheAnswersTerm() {
        Server server = Server.inTerm(5).receive(new AppendEntries(4, "n2", 0, 0, Entries.none(), 0, 3));
        assertEquals(List.of("n2 AppendEntriesReply{term=5 follower=n1 success=false matchIndex=0}"), server.sent);
    }

    @Test
    void aReadBeforeTheTermsFirstCommitmentWaitsForANoOp() {
        Server server = Server.leading(0).read(1);
        assertEquals("[1:no-op]", server.state.log().toString());
        assertEquals(List.of(), reads(server.receive(answer("n2", 1, 0))));
        assertEquals(List.of(), reads(server.receive(answer("n3", 1, 0))));
        assertEquals(true, server.sent.get(0).endsWith("leaderCommit=1 round=1}"), server.sent::toString);
        server.receive(answer("n2", 1, 1));
        assertEquals(List.of("read 1 confirmed"), reads(server.receive(answer("n3", 1, 1))));
    }

    @Test
    void whoLosesTheLeadershipRefusesItsReads() {
        Server server = committed(RaftFeatures.figure2()).read(1).receive(new RequestVote(2, "n2", 1, 1));
        assertEquals(List.of("read 1 refused"), reads(server));
        assertEquals(List.of("read 2 refused"), reads(server.read(2)));
    }

    @Test
    void aServerAloneReadsAtOnce() {
        Server server = Server.of(List.of("n1")).expire(Timer.ELECTION).read(1);
        assertEquals(List.of("read 1 confirmed"), server.sent);
    }

    // 6.4.1, leases

    @Test
    void aLeaderWithALeaseReadsAtOnceUntilItsFollowersMayVoteAgain() {
        Server server = committed(LEASE).afterMillis(10).expire(Timer.HEARTBEAT);
        server.receive(answer("n2", 1, 2)).receive(answer("n3", 1, 2));
        assertEquals(List.of("read 1 confirmed"), server.afterMillis(119).read(1).sent);
        assertEquals(List.of(), reads(server.afterMillis(1).read(2)), "150 ms less 30 ms of drift have gone by");
    }

    @Test
    void aLeaseBeginsWithTheRoundNotWithItsAnswers() {
        Server server = committed(LEASE).expire(Timer.HEARTBEAT).afterMillis(120);
        server.receive(answer("n2", 1, 2)).receive(answer("n3", 1, 2));
        assertEquals(List.of(), reads(server.read(1)));
    }

    @Test
    void aLeaderThatToldAnotherToStandHasNoLeaseAnyMore() {
        Server server = committed(LEASE).expire(Timer.HEARTBEAT)
                .receive(answer("n2", 1, 2)).receive(answer("n3", 1, 2));
        assertEquals(List.of("n2 TimeoutNow{term=1 leader=n1}"), server.transferTo("n2").sent);
        server.expire(Timer.ELECTION);
        assertEquals(List.of(), reads(server.read(1)));
    }

    @Test
    void whoAnsweredALeaderVotesForNobodyAndDoesNotStandForAnElectionTimeout() {
        Server server = Server.with(LEASE, 0).afterMillis(1000)
                .receive(new AppendEntries(1, "n2", 0, 0, Entries.none(), 0, 1));
        RaftState before = server.state;
        server.afterMillis(149).receive(new RequestVote(2, "n3", 0, 0));
        assertEquals(List.of("n3 VoteReply{term=1 voter=n1 granted=false}"), server.sent);
        server.expire(Timer.ELECTION);
        assertEquals(List.of(), server.sent);
        assertEquals(List.of("arm ElectionTimeout"), server.timers);
        assertEquals(before, server.state);
        server.afterMillis(1).receive(new RequestVote(2, "n3", 0, 0));
        assertEquals(List.of("n3 VoteReply{term=2 voter=n1 granted=true}"), server.sent);
    }

    @Test
    void whoJustStartedMayHaveAnsweredALeaderBefore() {
        Server server = Server.with(LEASE, 1).receive(new RequestVote(2, "n3", 0, 0));
        assertEquals(List.of("n3 VoteReply{term=1 voter=n1 granted=false}"), server.sent);
    }

    // 6.2, leaders without a majority

    @Test
    void aLeaderThatHearsFromNoMajorityForAnElectionTimeoutGivesUp() {
        Server server = Server.leading(CHECK_QUORUM, 0);
        assertEquals(true, server.timers.contains("arm ElectionTimeout"), server.timers::toString);
        server.receive(answer("n2", 0, 0)).receive(answer("n3", 0, 0)).expire(Timer.ELECTION);
        assertEquals(Role.LEADER, server.state.role());
        server.receive(answer("n2", 0, 0)).receive(answer("n2", 0, 0)).expire(Timer.ELECTION);
        assertEquals(Role.FOLLOWER, server.state.role());
        assertEquals(1, server.state.currentTerm());
        assertEquals(List.of("cancel Retry", "cancel Heartbeat", "arm ElectionTimeout"), server.timers);
    }

    @Test
    void requestsForVotesDoNotDisturbWhoHearsALeader() {
        Server follower = Server.with(CHECK_QUORUM, 0).receive(new AppendEntries(1, "n2", 0, 0, Entries.none(), 0));
        follower.receive(new RequestVote(9, "n4", 5, 5));
        assertEquals(1, follower.state.currentTerm());
        assertEquals(List.of("n4 VoteReply{term=1 voter=n1 granted=false}"), follower.sent);
        follower.receive(new RequestVote(9, "n4", 5, 5, RequestVote.Purpose.TRANSFER));
        assertEquals(List.of("n4 VoteReply{term=9 voter=n1 granted=true}"), follower.sent);
        Server leader = Server.leading(CHECK_QUORUM, 0).receive(new RequestVote(9, "n4", 5, 5));
        assertEquals(Role.LEADER, leader.state.role());
    }

    @Test
    void aStuckCandidateOfANewerTermMakesTheLeaderCatchUpWithIt() {
        Server candidate = Server.with(CHECK_QUORUM, 6).expire(Timer.ELECTION);
        candidate.receive(new AppendEntries(1, "n2", 0, 0, Entries.none(), 0));
        assertEquals(List.of("n2 AppendEntriesReply{term=7 follower=n1 success=false matchIndex=0}"), candidate.sent);
        Server leader = Server.leading(CHECK_QUORUM, 0).receive(new AppendEntriesReply(7, "n2", false, 0));
        assertEquals(Role.FOLLOWER, leader.state.role());
    }
}
