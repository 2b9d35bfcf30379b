package dev.heddle.raft;

/**
 * Everything up to {@code snapshot.lastIndex()} is replaced by the snapshot; entries after it stay.
 * Where the log conflicts with the snapshot, a {@link Truncated} precedes this.
 */
public record SnapshotTaken(Snapshot snapshot) implements JournalRecord {
}
