package dev.heddle.raft;

/**
 * A server's stable storage: a journal in which what was written survives a crash only once it has
 * been synced. An implementation that cannot do what it is asked throws a
 * {@link StorageException}, and the server stops.
 */
public interface Storage {

    /** Adds a record to the journal; until the next {@link #sync()} a crash may lose it. */
    void write(JournalRecord record);

    /** Returns once everything written so far survives a crash. */
    void sync();

    /** What the journal amounts to, asked once when the server starts. */
    Recovered recover();
}
