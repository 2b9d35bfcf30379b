package dev.heddle.raft;

/** A command that does nothing: a leader that needs a committed entry of its own term appends it (thesis §6.4). */
public enum NoOp implements Command {
    INSTANCE;

    @Override
    public String toString() {
        return "no-op";
    }
}
