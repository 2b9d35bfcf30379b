package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** §6 and thesis §4.2.1: new servers catch up, without a vote, before the change that adds them. */
class ThesisSection4_2_1CatchUpTest {

    private static final List<String> FIVE = List.of("n1", "n2", "n3", "n4", "n5");

    private static String run(RaftFeatures features, String commands) {
        return new Script(FIVE, FIVE.subList(0, 3), features).run(commands);
    }

    private static String run(String commands) {
        return run(RaftFeatures.figure2(), commands);
    }

    private static final String N4_IS_NOT_THERE = """
                elect n1
                n1: append a
                quietly
                down n4
                n1: change n1 n2 n3 n4 n5
                quietly
                """;

    @Test
    void aNewServerHasTheEntriesBeforeItIsInAnyMembership() {
        assertEquals("""
                n1 -> n4 AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[1:append a] \
                leaderCommit=1}
                n4 -> n1 AppendEntriesReply{term=1 follower=n4 success=true matchIndex=1}
                n1 -> n2 AppendEntries{term=1 leader=n1 prevLogIndex=1 prevLogTerm=1 entries=[1:members=[n1, n2, \
                n3]->[n1, n4]] leaderCommit=1}
                n1 -> n3 AppendEntries{term=1 leader=n1 prevLogIndex=1 prevLogTerm=1 entries=[1:members=[n1, n2, \
                n3]->[n1, n4]] leaderCommit=1}
                n1 -> n4 AppendEntries{term=1 leader=n1 prevLogIndex=1 prevLogTerm=1 entries=[1:members=[n1, n2, \
                n3]->[n1, n4]] leaderCommit=1}
                n2 -> n1 AppendEntriesReply{term=1 follower=n2 success=true matchIndex=2}
                n3 -> n1 AppendEntriesReply{term=1 follower=n3 success=true matchIndex=2}
                n4 -> n1 AppendEntriesReply{term=1 follower=n4 success=true matchIndex=2}
                n1 -> n4 AppendEntries{term=1 leader=n1 prevLogIndex=2 prevLogTerm=1 entries=[1:members=[n1, n4]] \
                leaderCommit=2}
                n4 -> n1 AppendEntriesReply{term=1 follower=n4 success=true matchIndex=3}
                """, run("""
                elect n1
                n1: append a
                quietly
                n1: change n1 n4
                deliver
                """));
    }

    @Test
    void aServerThatCatchesUpHasNoVote() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a, 1:append b] commitIndex=1 lastApplied=1 \
                progress=[1/0, 2/1, 2/1, 1/0, 3/2] catchUp=[n1, n2, n3, n4, n5] (round 1 to 1)}
                """, run(N4_IS_NOT_THERE + """
                down n2
                down n3
                n1: append b
                quietly
                show n1
                """));
    }

    @Test
    void aSlowRoundIsFollowedByAnotherWithWhatWasAppendedMeanwhile() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a] commitIndex=0 lastApplied=0 \
                progress=[1/0, 1/0, 1/0, 1/0, 1/0] catchUp=[n1, n2, n3, n4] (round 1 to 1, slow)}
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a, 1:append b] commitIndex=1 lastApplied=1 \
                progress=[1/0, 2/1, 2/1, 2/1, 1/0] catchUp=[n1, n2, n3, n4] (round 2 to 2)}
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a, 1:append b, 1:members=[n1, n2, n3]->[n1, n2, \
                n3, n4], 1:members=[n1, n2, n3, n4]] commitIndex=4 lastApplied=4 progress=[1/0, 5/4, 5/4, 5/4, 1/0]}
                """, run("""
                elect n1
                n1: append a
                n1: change n1 n2 n3 n4
                fire n1 ElectionTimeout
                show n1
                n1: append b
                next 9
                show n1
                quietly
                show n1
                """));
    }

    @Test
    void aChangeIsGivenUpAfterTenSlowRounds() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a] commitIndex=1 lastApplied=1 \
                progress=[1/0, 2/1, 2/1, 2/1, 1/0] catchUp=[n1, n2, n3, n4] (round 10 to 1)}
                refused: n4 did not catch up in 10 rounds
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a] commitIndex=1 lastApplied=1 \
                progress=[1/0, 2/1, 2/1, 2/1, 1/0]}
                """, run("""
                elect n1
                n1: append a
                quietly
                n1: change n1 n2 n3 n4
                """ + """
                fire n1 ElectionTimeout
                next 2
                """.repeat(9) + """
                show n1
                fire n1 ElectionTimeout
                next 2
                show n1
                """));
    }

    @Test
    void aNewServerThatDoesNotAnswerIsNotWaitedForAndOthersMayBeAdded() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a] commitIndex=1 lastApplied=1 \
                progress=[1/0, 2/1, 2/1, 1/0, 2/1] catchUp=[n1, n2, n3, n4, n5] (round 1 to 1, slow)}
                refused: n4 does not answer
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a, 1:members=[n1, n2, n3]->[n1, n5], \
                1:members=[n1, n5]] commitIndex=3 lastApplied=3 progress=[1/0, 3/2, 3/2, 1/0, 4/3]}
                """, run(N4_IS_NOT_THERE + """
                fire n1 ElectionTimeout
                fire n1 Heartbeat
                quietly
                show n1
                fire n1 ElectionTimeout
                n1: change n1 n5
                quietly
                show n1
                """));
    }

    @Test
    void whoChecksTheQuorumMeasuresRoundsByTheSameTimer() {
        assertEquals("""
                refused: n4 does not answer
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:append a] commitIndex=1 lastApplied=1 \
                progress=[1/0, 2/1, 2/1, 1/0, 1/0]}
                """, run(RaftFeatures.figure2().withCheckQuorum(true), """
                elect n1
                n1: append a
                quietly
                down n4
                n1: change n1 n2 n3 n4
                quietly
                fire n1 ElectionTimeout
                fire n1 Heartbeat
                quietly
                fire n1 ElectionTimeout
                show n1
                """));
    }

    @Test
    void theTimerThatMeasuresARoundIsStoppedWithTheLast() {
        Server server = new Server(new RaftSetup("n1", Server.FOUR, Server.FOUR.subList(0, 1), RaftFeatures.figure2(),
                Timing.standard(), Rules.correct()), Recovered.nothing()).expire(Timer.ELECTION);
        server.change(7, "n1", "n2");
        assertEquals(List.of("arm ElectionTimeout"), server.timers);
        server.receive(new AppendEntriesReply(0, "n2", true, 0));
        assertEquals(List.of(), server.timers, "an answer of an earlier term counts for nothing");
        server.receive(new AppendEntriesReply(1, "n2", true, 0));
        assertEquals(List.of("cancel ElectionTimeout"), server.timers);
        assertEquals("change 7 Appended[index=1]", server.sent.get(0));
    }

    @Test
    void otherChangesWaitAndATransferEndsIt() {
        assertEquals("""
                refused: a change is under way: to members=[n1, n2, n3, n4]
                refused: the leadership is handed over to n2
                n2 Leader{term=2 votedFor=n2 leader=n2 log=[1:append a] commitIndex=0 lastApplied=0 \
                progress=[2/1, 2/0, 2/1, 2/0, 2/0]}
                """, run("""
                elect n1
                n1: append a
                n1: change n1 n2 n3 n4
                n1: change n1 n2
                n1: transfer n2
                quietly
                show n2
                """));
    }

    @Test
    void itEndsWithTheLeadership() {
        assertEquals("""
                n1 does not lead: request 1
                n1 does not lead: request 2
                """, run("""
                elect n1
                n1: append a
                n1: change n1 n2 n3 n4
                fire n2 ElectionTimeout
                quietly
                n1: change n1 n2 n3 n4
                """));
    }

    @Test
    void whatIsCompactedReachesANewServerAsASnapshotFirst() {
        assertEquals("""
                n4 Follower{term=1 votedFor=none leader=n1 log=snapshot 2:1 [] commitIndex=2 lastApplied=2}
                n1 Leader{term=1 votedFor=n1 leader=n1 log=snapshot 2:1 [1:members=[n1, n2, n3]->[n1, n4]] \
                commitIndex=2 lastApplied=2 progress=[1/0, 3/2, 3/2, 3/2, 1/0]}
                """, run(RaftFeatures.figure2().withSnapshotChunk(8), """
                elect n1
                n1: append a
                n1: append b
                quietly
                compact n1
                n1: change n1 n4
                next 4
                show n4
                show n1
                """));
    }
}
