package dev.heddle.examples.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.heddle.invariants.linearizability.Answers.Meaning;
import dev.heddle.raft.ClientReply;
import org.junit.jupiter.api.Test;

/** The texts are those of the replies themselves. */
class AnsweredTest {
    @Test
    void aCommittedCommandTellsItsIndexAndPerhapsItsResult() {
        String plain = new ClientReply.Committed(7).toString();
        assertEquals(7, Answered.index(plain));
        assertNull(Answered.result(plain));
        String withResult = new ClientReply.Committed(12, "ok").toString();
        assertEquals(12, Answered.index(withResult));
        assertEquals("ok", Answered.result(withResult));
        assertEquals(Meaning.RESULT, Answered.meaning(withResult));
    }

    @Test
    void aReadTellsItsResultAndNoIndex() {
        String read = new ClientReply.Result("[w1, w2]").toString();
        assertEquals("[w1, w2]", Answered.result(read));
        assertEquals(0, Answered.index(read));
        assertEquals(Meaning.RESULT, Answered.meaning(read));
    }

    @Test
    void whoeverDoesNotLeadRefuses() {
        assertEquals(Meaning.REFUSAL, Answered.meaning(new ClientReply.NotLeader("n2").toString()));
        assertEquals(Meaning.REFUSAL, Answered.meaning(new ClientReply.Refused("busy").toString()));
        assertEquals(Meaning.UNKNOWN, Answered.meaning(new ClientReply.TransferBegun("n2").toString()));
    }

    @Test
    void whoseSessionHasExpiredDoesNotKnowWhatAnEarlierCopyDid() {
        String expired = new ClientReply.SessionExpired("7").toString();
        assertEquals(Meaning.UNKNOWN, Answered.meaning(expired));
        assertEquals(0, Answered.index(expired));
    }
}
