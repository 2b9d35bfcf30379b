package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** §5.4.1, "Election restriction": only a log that is at least as up to date as the voter's gets its vote. */
class Section5_4_1ElectionRestrictionTest {

    private static void assertAnswer(boolean granted, RequestVote call) {
        Server server = Server.inTerm(3, entry(1, "a"), entry(2, "b"), entry(2, "c")).receive(call);
        assertEquals(List.of("n2 VoteReply{term=4 voter=n1 granted=" + granted + "}"), server.sent);
        assertEquals(4, server.state.currentTerm());
        if (granted) {
            assertEquals("n2", server.state.votedFor());
        } else {
            assertNull(server.state.votedFor());
        }
    }

    @Test
    void aLaterLastTermWinsHoweverShortTheLog() {
        assertAnswer(true, new RequestVote(4, "n2", 1, 3));
    }

    @Test
    void anEarlierLastTermLosesHoweverLongTheLog() {
        assertAnswer(false, new RequestVote(4, "n2", 9, 1));
    }

    @Test
    void withTheSameLastTermTheLongerLogWins() {
        assertAnswer(false, new RequestVote(4, "n2", 2, 2));
        assertAnswer(true, new RequestVote(4, "n2", 3, 2));
        assertAnswer(true, new RequestVote(4, "n2", 4, 2));
    }
}
