package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Thesis §3.10, "Leadership transfer extension". */
class ThesisSection3_10LeadershipTransferTest {

    @Test
    void theNextLeaderIsBroughtUpToDateAndThenToldToStand() {
        Server server = Server.leading(0).command("append a").transferTo("n3");
        assertEquals(List.of("n3 AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0"
                + " entries=[1:append a] leaderCommit=0}"), server.sent);
        assertEquals(List.of("arm ElectionTimeout"), server.timers);
        server.receive(new AppendEntriesReply(1, "n2", true, 1));
        assertEquals(List.of(), server.sent, "another one's answer does not matter");
        server.receive(new AppendEntriesReply(1, "n3", true, 1));
        assertEquals(List.of("n3 TimeoutNow{term=1 leader=n1}"), server.sent);
    }

    @Test
    void commandsAreNotTakenMeanwhileAndAreAgainIfTheTransferFails() {
        Server server = Server.leading(0).transferTo("n3");
        RaftState before = server.state;
        assertSame(before, server.command("append a").state);
        assertEquals("n3", server.state.leaderToAsk());
        server.expire(Timer.ELECTION).command("append a");
        assertEquals(1, server.state.log().lastIndex());
        assertEquals("n1", server.state.leaderToAsk());
    }

    @Test
    void whoIsToldStandsAtOnceEvenWithPreVoteAndWhileItHearsTheLeader() {
        Server server = Server.with(RaftFeatures.figure2().withPreVote(true).withCheckQuorum(true), 1)
                .receive(new AppendEntries(1, "n2", 0, 0, Entries.none(), 0))
                .receive(new TimeoutNow(1, "n2"));
        assertEquals(Role.CANDIDATE, server.state.role());
        assertEquals("n2 RequestVote{term=2 candidate=n1 lastLogIndex=0 lastLogTerm=0 purpose=transfer}",
                server.sent.get(0));
    }

    @Test
    void aWishThatArrivesInALaterTermIsIgnored() {
        Server server = Server.inTerm(2);
        RaftState before = server.state;
        assertSame(before, server.receive(new TimeoutNow(1, "n2")).state);
        Server leader = Server.leading(1);
        assertEquals(Role.LEADER, leader.receive(new TimeoutNow(2, "n2")).state.role());
    }

    @Test
    void theLeadershipGoesToAnotherMemberOnly() {
        Server server = Server.leading(0);
        RaftState before = server.state;
        assertSame(before, server.transferTo("n1").transferTo("n9").state);
        assertEquals("the leadership goes to another member, not to n9",
                server.raft.refusal(server.state, new TransferLeadership("n9")));
    }
}
