package dev.heddle.invariants;

/**
 * A server's log as an immutable value: the entries from {@link #firstIndex()} to {@link
 * #lastIndex()}.
 *
 * <p>Invariants keep logs of earlier steps and compare them with present ones: a Raft that changes
 * its log in place is mapped by a copy ({@link PlainLog}), made when it has changed.
 */
public interface RaftLog {
    /** What stands for a term that is not known. */
    long UNKNOWN_TERM = -1;

    /** The index of the first entry that is not compacted away; 1 as long as none is. */
    long firstIndex();

    /** The term of the entry one before the first, as the snapshot tells it, or {@link #UNKNOWN_TERM}. */
    default long termBefore() {
        return UNKNOWN_TERM;
    }

    /** The index of the last entry; one less than {@link #firstIndex()} where the log holds none. */
    long lastIndex();

    /** The term of the entry at an index that the log holds. */
    long termAt(long index);

    /** The command of the entry at an index that the log holds; compared by {@code equals}, may be null. */
    Object commandAt(long index);

    /**
     * The end of what this log and another have in common: the highest index such that of the
     * indexes up to it that both logs hold, both hold the same entries.
     *
     * <p>It is asked once per change of a log, with the log before the change. Logs that share
     * structure should answer without looking at every entry.
     */
    default long commonPrefix(RaftLog other) {
        long index = Math.max(firstIndex(), other.firstIndex());
        long last = Math.min(lastIndex(), other.lastIndex());
        while (index <= last && Logs.sameEntry(this, other, index)) {
            index++;
        }
        return index - 1;
    }
}
