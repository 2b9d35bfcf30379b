package dev.heddle.raft;

import java.util.Objects;

/** A client's command to a server, such as {@code append w7}; the state machine knows what it means. */
public record ClientCommand(String text) {

    public ClientCommand {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public String toString() {
        return text;
    }
}
