package dev.heddle.raft;

/** The entry at {@code fromIndex} and all that followed it were removed from the log. */
public record Truncated(long fromIndex) implements JournalRecord {
}
