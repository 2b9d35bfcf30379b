package dev.heddle.raft;

import java.util.Objects;

/**
 * One entry of a log: a command and the term in which a leader received it (§5.3). Its index is
 * its position in the {@link Log} and is not repeated here.
 */
public record Entry(long term, Command command) {

    public Entry {
        Objects.requireNonNull(command, "command");
        if (term < 1) {
            throw new IllegalArgumentException("an entry's term is at least 1, not " + term);
        }
    }

    /** An entry with a command for the state machine that belongs to no session. */
    public Entry(long term, String command) {
        this(term, new ClientCommand(command));
    }

    /** The same in every JVM, which a record does not promise. */
    @Override
    public int hashCode() {
        return 31 * Long.hashCode(term) + (command == NoOp.INSTANCE ? 0 : command.hashCode());
    }

    @Override
    public String toString() {
        return term + ":" + command;
    }
}
