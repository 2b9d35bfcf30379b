package dev.heddle.raft;

import java.util.Objects;

/**
 * A client's question to the state machine, such as {@code read}, which changes nothing and is
 * answered without an entry in the log (thesis §6.4).
 *
 * @param session the client's session, empty for none
 * @param sequence a number by which the client tells its questions apart
 * @param query the question
 */
public record ClientRead(String session, long sequence, String query) {

    public ClientRead {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(query, "query");
    }

    /** A question without a session. */
    public ClientRead(String query) {
        this("", 0, query);
    }

    @Override
    public String toString() {
        return session.isEmpty() ? query : query + " session=" + session + " sequence=" + sequence;
    }
}
