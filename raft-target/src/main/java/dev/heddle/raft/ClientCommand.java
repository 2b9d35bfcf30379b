package dev.heddle.raft;

import java.util.Objects;

/**
 * A client's command to a server, such as {@code append w7}; the state machine knows what it means.
 * With a session it is applied once however often the client sends it (thesis §6.3), and its answer
 * brings its result; without one each copy that is committed is applied.
 *
 * @param session the client's session, empty for none
 * @param sequence the command's number in its session, from 1; 0 without a session
 * @param text the command
 */
public record ClientCommand(String session, long sequence, String text) implements Command {

    public ClientCommand {
        Objects.requireNonNull(text, "text");
        if (session.isEmpty() ? sequence != 0 : sequence < 1) {
            throw new IllegalArgumentException("a session's commands are numbered from 1, and without a session"
                    + " the number is 0: '" + session + "' " + sequence);
        }
    }

    /** A command without a session. */
    public ClientCommand(String text) {
        this("", 0, text);
    }

    /** Whether it belongs to a session. */
    public boolean hasSession() {
        return !session.isEmpty();
    }

    /** The same in every JVM, which a record does not promise. */
    @Override
    public int hashCode() {
        return text.hashCode() + 31 * (session.hashCode() + 31 * Long.hashCode(sequence));
    }

    /** The text alone, or with the session as in {@code append w7 session=c1 sequence=3}. */
    @Override
    public String toString() {
        return hasSession() ? text + " session=" + session + " sequence=" + sequence : text;
    }
}
