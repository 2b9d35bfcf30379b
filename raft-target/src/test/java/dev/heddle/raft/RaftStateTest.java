package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RaftStateTest {

    @Test
    void eachRoleShowsWhatItHas() {
        assertEquals("Follower{term=1 votedFor=none leader=none log=[] commitIndex=0 lastApplied=0}",
                Server.inTerm(1).state.toString());
        assertEquals("Candidate{term=1 votedFor=n1 leader=none log=[] commitIndex=0 lastApplied=0 votes=[n1]}",
                Server.inTerm(0).expire(Timer.ELECTION).state.toString());
        assertEquals("Leader{term=2 votedFor=n1 leader=n1 log=[1:append a] commitIndex=0 lastApplied=0"
                + " progress=[2/0, 2/0, 2/0, 2/0]}", Server.leading(1, entry(1, "a")).state.toString());
    }

    @Test
    void equalStatesAreEqualAndHashTheSameInEveryJvm() {
        RaftState one = Server.leading(1, entry(1, "a")).command("append b").state;
        RaftState other = Server.leading(1, entry(1, "a")).command("append b").state;
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertEquals(1467940499, one.hashCode(), "as recorded from another JVM");
    }
}
