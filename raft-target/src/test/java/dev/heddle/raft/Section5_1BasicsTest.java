package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** §5.1, "Raft basics": roles, terms, and calls that are retried. */
class Section5_1BasicsTest {

    @Test
    void aServerStartsAsAFollowerThatWaitsForALeader() {
        Server server = Server.inTerm(3, entry(2, "a"));
        assertEquals(Role.FOLLOWER, server.state.role());
        assertEquals(3, server.state.currentTerm());
        assertEquals(0, server.state.commitIndex());
        assertEquals(List.of("arm ElectionTimeout"), server.timers);
    }

    @Test
    void aServerThatSeesANewerTermAdoptsItInEveryKindOfMessage() {
        for (Message message : List.of(
                new RequestVote(7, "n2", 0, 0), new VoteReply(7, "n2", false),
                new AppendEntries(7, "n2", 5, 5, Entries.none(), 0), new AppendEntriesReply(7, "n2", false, 0))) {
            Server server = Server.leading(1, entry(1, "a")).receive(message);
            assertEquals(7, server.state.currentTerm(), message::toString);
            assertEquals(Role.FOLLOWER, server.state.role(), message::toString);
            assertNull(server.state.votedFor(), message::toString);
        }
    }

    @Test
    void aLeaderThatSeesANewerTermStopsItsCallsAndWaitsForALeader() {
        Server server = Server.leading(1).receive(new VoteReply(3, "n2", false));
        assertEquals(List.of("cancel Retry", "cancel Heartbeat", "arm ElectionTimeout"), server.timers);
    }

    @Test
    void aCandidateThatSeesANewerTermKeepsItsRunningElectionTimeout() {
        Server server = Server.inTerm(1).expire(Timer.ELECTION).receive(new VoteReply(3, "n2", false));
        assertEquals(List.of("cancel Retry"), server.timers);
    }

    @Test
    void callsOfAStaleTermAreRejectedWithTheCurrentOne() {
        Server server = Server.inTerm(4);
        RaftState before = server.state;
        server.receive(new RequestVote(3, "n2", 9, 3));
        assertEquals(List.of("n2 VoteReply{term=4 voter=n1 granted=false}"), server.sent);
        server.receive(new AppendEntries(3, "n2", 0, 0, Entries.none(), 0));
        assertEquals(List.of("n2 AppendEntriesReply{term=4 follower=n1 success=false matchIndex=0}"), server.sent);
        assertSame(before, server.state);
        assertEquals(List.of(), server.timers);
    }

    @Test
    void answersOfAStaleTermAreIgnored() {
        Server server = Server.leading(4).command("append w1");
        RaftState before = server.state;
        server.receive(new AppendEntriesReply(4, "n2", true, 1)).receive(new VoteReply(4, "n2", true));
        assertSame(before, server.state);
        assertEquals(List.of(), server.sent);
    }

    @Test
    void aCandidateRetriesOnlyCallsThatWereNotAnswered() {
        Server server = Server.inTerm(0).expire(Timer.ELECTION)
                .receive(new VoteReply(1, "n2", true))
                .receive(new VoteReply(1, "n4", false))
                .expire(Timer.RETRY);
        assertEquals(List.of("n3 RequestVote{term=1 candidate=n1 lastLogIndex=0 lastLogTerm=0}"), server.sent);
    }

    @Test
    void aLeaderRetriesOnlyCallsThatWereNotAnswered() {
        Server server = Server.leading(1).command("append w1")
                .receive(new AppendEntriesReply(2, "n2", true, 1))
                .receive(new AppendEntriesReply(2, "n4", true, 1))
                .expire(Timer.RETRY);
        assertEquals(List.of("n3 AppendEntries{term=2 leader=n1 prevLogIndex=0 prevLogTerm=0"
                + " entries=[2:append w1] leaderCommit=1}"), server.sent);
    }

    @Test
    void aFollowerHasNothingToRetry() {
        Server server = Server.inTerm(1);
        RaftState before = server.state;
        assertSame(before, server.expire(Timer.RETRY).expire(Timer.HEARTBEAT).state);
        assertEquals(List.of(), server.sent);
    }

    @Test
    void aClusterNamesEachOfItsServersOnceAndThisOneToo() {
        assertThrows(IllegalArgumentException.class, () -> RaftSetup.figure2("n9", Server.FOUR, Rules.correct()));
        assertThrows(IllegalArgumentException.class,
                () -> RaftSetup.figure2("n1", List.of("n1", "n1"), Rules.correct()));
        Server leader = Server.leading(1);
        assertThrows(IllegalStateException.class, () -> leader.receive(new AppendEntriesReply(2, "n9", true, 0)));
    }

    @Test
    void messagesReadTheSameEverywhere() {
        assertEquals("RequestVote{term=1 candidate=n1 lastLogIndex=0 lastLogTerm=0}",
                new RequestVote(1, "n1", 0, 0).toString());
        assertEquals("VoteReply{term=1 voter=n2 granted=true}", new VoteReply(1, "n2", true).toString());
        assertEquals("AppendEntries{term=2 leader=n1 prevLogIndex=0 prevLogTerm=0"
                        + " entries=[1:append w7, 2:append w8] leaderCommit=0}",
                new AppendEntries(2, "n1", 0, 0, Entries.of(entry(1, "w7"), entry(2, "w8")), 0).toString());
        assertEquals("AppendEntriesReply{term=1 follower=n2 success=true matchIndex=3}",
                new AppendEntriesReply(1, "n2", true, 3).toString());
    }
}
