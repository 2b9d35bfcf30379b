package dev.heddle.invariants.linearizability;

import java.util.Objects;

/**
 * One operation of a client; times are places in the history, so they only say what came first.
 *
 * @param client who asked for it
 * @param command what was asked for
 * @param invokedAt when it was first asked for
 * @param answeredAt when it was answered, or {@link #PENDING}
 * @param answer what the client was told, or null while it is pending
 */
public record Operation(String client, String command, int invokedAt, int answeredAt, String answer) {
    /** The time of what has not happened: an operation that may take effect at any time, or never. */
    public static final int PENDING = Integer.MAX_VALUE;

    public Operation {
        Objects.requireNonNull(command, "command");
        if (answeredAt <= invokedAt || (answeredAt == PENDING) != (answer == null)) {
            throw new IllegalArgumentException("an operation is answered after it was invoked: " + client + " "
                    + command + " from " + invokedAt + " to " + answeredAt + " answered " + answer);
        }
    }

    /** An operation that nobody has answered. */
    public static Operation pending(String client, String command, int invokedAt) {
        return new Operation(client, command, invokedAt, PENDING, null);
    }

    /** This operation, answered. */
    public Operation answered(int at, String text) {
        return new Operation(client, command, invokedAt, at, text);
    }

    /** This operation as if nobody had answered it: whatever held of it as it is holds of that as well. */
    Operation relaxed() {
        return pending(client, command, invokedAt);
    }

    boolean isPending() {
        return answeredAt == PENDING;
    }
}
