package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** §5.2, "Leader election". */
class Section5_2LeaderElectionTest {

    @Test
    void withoutALeaderAFollowerStandsInTheNextTermAndVotesForItself() {
        Server server = Server.inTerm(2, entry(1, "a")).expire(Timer.ELECTION);
        assertEquals(Role.CANDIDATE, server.state.role());
        assertEquals(3, server.state.currentTerm());
        assertEquals("n1", server.state.votedFor());
        assertEquals(1, server.state.votes().count());
        String call = " RequestVote{term=3 candidate=n1 lastLogIndex=1 lastLogTerm=1}";
        assertEquals(List.of("n2" + call, "n3" + call, "n4" + call), server.sent);
        assertEquals(List.of("arm Retry", "arm ElectionTimeout"), server.timers);
    }

    @Test
    void aCandidateWithoutAResultStandsAgain() {
        Server server = Server.inTerm(0).expire(Timer.ELECTION)
                .receive(new VoteReply(1, "n2", true)).expire(Timer.ELECTION);
        assertEquals(2, server.state.currentTerm());
        assertEquals(1, server.state.votes().count());
        assertEquals(3, server.sent.size());
        assertEquals(List.of("arm ElectionTimeout"), server.timers);
    }

    @Test
    void aMajorityOfFourIsThree() {
        Server server = Server.inTerm(0).expire(Timer.ELECTION).receive(new VoteReply(1, "n2", true));
        assertEquals(Role.CANDIDATE, server.state.role());
        assertEquals(Role.LEADER, server.receive(new VoteReply(1, "n3", true)).state.role());
    }

    @Test
    void aVoterCountsOnceHoweverOftenItGrants() {
        Server server = Server.inTerm(0).expire(Timer.ELECTION)
                .receive(new VoteReply(1, "n2", true)).receive(new VoteReply(1, "n2", true));
        assertEquals(Role.CANDIDATE, server.state.role());
        assertEquals(2, server.state.votes().count());
        assertEquals("[n1, n2]", server.state.votes().toString());
    }

    @Test
    void votesOfAnEarlierCandidacyDoNotCount() {
        Server server = Server.inTerm(0).expire(Timer.ELECTION).expire(Timer.ELECTION)
                .receive(new VoteReply(1, "n2", true)).receive(new VoteReply(1, "n3", true));
        assertEquals(Role.CANDIDATE, server.state.role());
        assertEquals(1, server.state.votes().count());
    }

    @Test
    void aNewLeaderAnnouncesItselfAtOnce() {
        Server server = Server.leading(0);
        String call = " AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[] leaderCommit=0}";
        assertEquals(List.of("n2" + call, "n3" + call, "n4" + call), server.sent);
        assertEquals(List.of("cancel ElectionTimeout", "arm Heartbeat"), server.timers);
        assertEquals("n1", server.state.leader());
    }

    @Test
    void aLeaderKeepsAnnouncingItself() {
        Server server = Server.leading(0).expire(Timer.HEARTBEAT);
        assertEquals(3, server.sent.size());
        assertEquals(Role.LEADER, server.expire(Timer.ELECTION).state.role());
    }

    @Test
    void aServerVotesOnceATermFirstComeFirstServed() {
        Server server = Server.inTerm(0).receive(new RequestVote(1, "n2", 0, 0));
        assertEquals(List.of("n2 VoteReply{term=1 voter=n1 granted=true}"), server.sent);
        assertEquals(List.of("arm ElectionTimeout"), server.timers);
        server.receive(new RequestVote(1, "n3", 0, 0));
        assertEquals(List.of("n3 VoteReply{term=1 voter=n1 granted=false}"), server.sent);
        assertEquals(List.of(), server.timers);
        assertEquals("n2", server.state.votedFor());
    }

    @Test
    void aVoterThatIsAskedAgainByItsCandidateGrantsAgain() {
        Server server = Server.inTerm(0).receive(new RequestVote(1, "n2", 0, 0));
        RaftState before = server.state;
        server.receive(new RequestVote(1, "n2", 0, 0));
        assertEquals(List.of("n2 VoteReply{term=1 voter=n1 granted=true}"), server.sent);
        assertSame(before, server.state);
    }

    @Test
    void aServerVotesAnewInANewTerm() {
        Server server = Server.inTerm(0).receive(new RequestVote(1, "n2", 0, 0))
                .receive(new RequestVote(2, "n3", 0, 0));
        assertEquals("n3", server.state.votedFor());
        assertEquals(2, server.state.currentTerm());
    }

    @Test
    void aCandidateGivesWayToTheLeaderOfItsTermAndRemembersItsVote() {
        Server server = Server.inTerm(0).expire(Timer.ELECTION)
                .receive(new AppendEntries(1, "n3", 0, 0, Entries.none(), 0));
        assertEquals(Role.FOLLOWER, server.state.role());
        assertEquals("n3", server.state.leader());
        assertEquals("n1", server.state.votedFor());
        assertEquals(List.of("cancel Retry", "arm ElectionTimeout"), server.timers);
    }

    @Test
    void aHeartbeatThatBringsNothingNewLeavesTheSameState() {
        Message heartbeat = new AppendEntries(1, "n3", 0, 0, Entries.none(), 0);
        Server server = Server.inTerm(0).receive(heartbeat);
        RaftState before = server.state;
        assertSame(before, server.receive(heartbeat).state);
        assertEquals(List.of("arm ElectionTimeout"), server.timers);
    }

    @Test
    void twoLeadersOfOneTermAreAnError() {
        Server server = Server.leading(0);
        assertThrows(IllegalStateException.class,
                () -> server.receive(new AppendEntries(1, "n2", 0, 0, Entries.none(), 0)));
    }

    @Test
    void aServerAloneElectsItselfAndCommitsAtOnce() {
        Server server = Server.of(List.of("n1")).expire(Timer.ELECTION);
        assertEquals(Role.LEADER, server.state.role());
        assertEquals(1, server.command("append w1").state.lastApplied());
    }
}
