package dev.heddle.raft;

/**
 * A client's request for a session, and the entry that opens it (thesis §6.3). The session is called by the index at
 * which the entry is committed, so no two are ever called alike; the answer brings that name as its result.
 */
public record OpenSession() implements Command {

    /** The same in every JVM, which a record does not promise. */
    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return "open-session";
    }
}
