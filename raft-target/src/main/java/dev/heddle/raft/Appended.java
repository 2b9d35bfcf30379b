package dev.heddle.raft;

/** Entries that were appended to the end of the log. */
public record Appended(Entries entries) implements JournalRecord {
}
