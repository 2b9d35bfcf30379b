package dev.heddle.raft;

import java.util.Objects;

/** How a step's change of the durable state reaches the storage before the step's effects leave. */
@FunctionalInterface
public interface Durability {

    /** Makes durable what {@code after} has and {@code before} had not. */
    void persist(RaftState before, RaftState after, Storage storage);

    /** Writes what changed, term and vote as one record, and syncs once; does nothing if nothing changed. */
    static void writeAndSync(RaftState before, RaftState after, Storage storage) {
        boolean voteChanged = before.currentTerm() != after.currentTerm()
                || !Objects.equals(before.votedFor(), after.votedFor());
        if (voteChanged) {
            storage.write(new TermAndVote(after.currentTerm(), after.votedFor()));
        }
        boolean logChanged = before.log() != after.log() && writeLog(before.log(), after.log(), storage);
        if (voteChanged || logChanged) {
            storage.sync();
        }
    }

    /**
     * A snapshot first, then what differs behind it: whichever of the writes a crash loses, no acknowledged
     * entry goes.
     */
    private static boolean writeLog(Log before, Log after, Storage storage) {
        Snapshot snapshot = after.snapshot();
        if (snapshot == null || snapshot.equals(before.snapshot())) {
            return writeEntries(before, after, storage);
        }
        Log agreed = before;
        if (!before.matches(snapshot.lastIndex(), snapshot.lastTerm())) {
            agreed = before.truncateFrom(snapshot.lastIndex());
            if (agreed != before) {
                storage.write(new Truncated(snapshot.lastIndex()));
            }
        }
        storage.write(new SnapshotTaken(snapshot));
        writeEntries(agreed.startingWith(snapshot), after, storage);
        return true;
    }

    private static boolean writeEntries(Log before, Log after, Storage storage) {
        long common = before.commonPrefix(after);
        if (common < before.lastIndex()) {
            storage.write(new Truncated(common + 1));
        }
        if (common < after.lastIndex()) {
            storage.write(new Appended(after.entriesFrom(common + 1, Integer.MAX_VALUE)));
        }
        return common < before.lastIndex() || common < after.lastIndex();
    }
}
