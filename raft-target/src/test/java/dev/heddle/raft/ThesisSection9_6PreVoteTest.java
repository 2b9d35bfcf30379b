package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.heddle.raft.RequestVote.Purpose;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Thesis §9.6, "Preventing disruptions when a server rejoins the cluster": PreVote. */
class ThesisSection9_6PreVoteTest {

    private static final RaftFeatures PRE_VOTE = RaftFeatures.figure2().withPreVote(true);

    private static RequestVote ask(long term, long lastLogIndex, long lastLogTerm) {
        return new RequestVote(term, "n2", lastLogIndex, lastLogTerm, Purpose.PRE_VOTE);
    }

    private static List<String> answer(long term, boolean granted) {
        return List.of("n2 VoteReply{term=" + term + " voter=n1 granted=" + granted + " purpose=pre-vote}");
    }

    @Test
    void aServerAsksBeforeItStandsAndKeepsItsTermMeanwhile() {
        Server server = Server.with(PRE_VOTE, 2, entry(1, "a")).expire(Timer.ELECTION);
        assertEquals(Role.PRE_CANDIDATE, server.state.role());
        assertEquals(2, server.state.currentTerm());
        assertNull(server.state.votedFor());
        assertEquals("n2 RequestVote{term=3 candidate=n1 lastLogIndex=1 lastLogTerm=1 purpose=pre-vote}",
                server.sent.get(0));
        server.receive(new VoteReply(3, "n2", true, Purpose.PRE_VOTE));
        assertEquals(2, server.state.currentTerm());
        server.receive(new VoteReply(3, "n4", true, Purpose.PRE_VOTE));
        assertEquals(Role.CANDIDATE, server.state.role());
        assertEquals(3, server.state.currentTerm());
        assertEquals("n2 RequestVote{term=3 candidate=n1 lastLogIndex=1 lastLogTerm=1}", server.sent.get(0));
    }

    @Test
    void whoIsNotGrantedAPreVoteAsksAgainInTheSameTerm() {
        Server server = Server.with(PRE_VOTE, 2).expire(Timer.ELECTION)
                .receive(new VoteReply(2, "n2", false, Purpose.PRE_VOTE)).expire(Timer.RETRY);
        assertEquals(List.of("n3", "n4"), server.sent.stream().map(line -> line.substring(0, 2)).toList());
        server.expire(Timer.ELECTION);
        assertEquals(3, server.sent.size());
        assertEquals(2, server.state.currentTerm());
    }

    @Test
    void aPreVoteBindsNobody() {
        Server server = Server.with(PRE_VOTE, 2, entry(1, "a"));
        RaftState before = server.state;
        assertEquals(answer(3, true), server.receive(ask(3, 1, 1)).sent);
        assertEquals(answer(2, false), server.receive(ask(3, 0, 0)).sent, "its log is behind");
        assertEquals(answer(2, false), server.receive(ask(2, 1, 1)).sent, "its term is no newer");
        assertEquals(before, server.state);
        assertEquals(List.of(), server.timers);
    }

    @Test
    void whoHearsALeaderGrantsNoPreVote() {
        Server server = Server.with(PRE_VOTE, 1).receive(new AppendEntries(1, "n3", 0, 0, Entries.none(), 0));
        assertEquals(answer(1, false), server.afterMillis(149).receive(ask(2, 0, 0)).sent);
        assertEquals(answer(2, true), server.afterMillis(1).receive(ask(2, 0, 0)).sent);
        assertEquals(answer(1, false), Server.leading(PRE_VOTE, 0).receive(ask(2, 0, 0)).sent);
    }

    @Test
    void twoWhoVotedForThemselvesWithEqualLogsDoNotBlockEachOther() {
        Server server = Server.with(PRE_VOTE, 2).expire(Timer.ELECTION)
                .receive(new VoteReply(3, "n2", true, Purpose.PRE_VOTE))
                .receive(new VoteReply(3, "n3", true, Purpose.PRE_VOTE));
        assertEquals("n1", server.state.votedFor());
        assertEquals(answer(4, true), server.receive(ask(4, 0, 0)).sent,
                "as a candidate it would vote in the next term");
        server.expire(Timer.ELECTION);
        assertEquals(answer(4, true), server.receive(ask(4, 0, 0)).sent, "as one that asks as well");
    }

    @Test
    void whoAsksInAStaleTermLearnsTheNewerOneFromTheRefusal() {
        Server server = Server.with(PRE_VOTE, 2).expire(Timer.ELECTION)
                .receive(new VoteReply(5, "n2", false, Purpose.PRE_VOTE));
        assertEquals(Role.FOLLOWER, server.state.role());
        assertEquals(5, server.state.currentTerm());
        assertEquals(List.of("cancel Retry"), server.timers);
    }

    @Test
    void whoGrantsARealVoteNoLongerAsks() {
        Server server = Server.with(PRE_VOTE, 2).expire(Timer.ELECTION).receive(new RequestVote(2, "n3", 0, 0));
        assertEquals(List.of("n3 VoteReply{term=2 voter=n1 granted=true}"), server.sent);
        assertEquals(Role.FOLLOWER, server.state.role());
        assertEquals("n3", server.state.votedFor());
        assertEquals(List.of("cancel Retry", "arm ElectionTimeout"), server.timers);
    }
}
