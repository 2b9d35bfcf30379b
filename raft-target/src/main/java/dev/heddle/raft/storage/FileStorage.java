package dev.heddle.raft.storage;

import dev.heddle.raft.Appended;
import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.Log;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.SnapshotTaken;
import dev.heddle.raft.Storage;
import dev.heddle.raft.StorageException;
import dev.heddle.raft.TermAndVote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * Stable storage in the files of a directory, which belongs to one server of one cluster and to one
 * storage at a time.
 *
 * <p>What is written between two syncs is one batch: after a crash it is there as a whole or not at
 * all. {@link #sync()} returns when the operating system says that the batch is on the device. When
 * a snapshot is among it, a new file that begins with the snapshot takes the place of the old one.
 *
 * <p>{@link #open(Path) Opening} tells an end that was being written when the server stopped, which
 * is cut off and shows in the {@link #report()}, from damage to what was synced, which is a
 * {@link StorageException} that names the file and the place. After the death of the process that is
 * exact. After a loss of power there is one case that no check on the same disk can tell: the last
 * batch was synced, the note of it that is kept beside the journal was not written back yet, and
 * the same batch is damaged; then it is cut off. A directory that has been emptied looks like a new
 * one. Disks that say "synced" before it is true defeat any journal.
 *
 * <p>After an error of the disk nothing works any more but {@link #close()}: when a sync fails, what
 * of the batch is on the device is unknown, and a second try that succeeds would not make it known.
 * The way out is to open the directory anew.
 *
 * <p>Not for use by several threads at once: a server's actor has it for itself, and it is closed
 * when the actor has stopped.
 */
public final class FileStorage implements Storage, AutoCloseable {

    private final Path directory;
    private final Bytes batch = new Bytes(Frame.HEADER_BYTES);
    private Journal journal;
    private Recovered synced = Recovered.nothing();
    private Recovered written;
    private boolean snapshotWritten;
    private boolean closed;
    private StorageException failure;

    private FileStorage(Path directory) {
        this.directory = directory;
    }

    /** Opens the storage in a directory, which is made if it does not exist. */
    public static FileStorage open(Path directory) {
        return open(directory, Channels.REAL);
    }

    static FileStorage open(Path directory, Channels channels) {
        FileStorage storage = new FileStorage(directory);
        storage.guarded("opened", () -> {
            storage.journal = Journal.open(directory, channels, batch -> {
                while (batch.hasRemaining()) {
                    storage.synced = storage.synced.and(RecordCodec.read(batch));
                }
            });
        });
        storage.written = storage.synced;
        return storage;
    }

    /** What opening found. */
    public RecoveryReport report() {
        return journal.report();
    }

    @Override
    public void write(JournalRecord record) {
        guarded("written", () -> RecordCodec.write(record, batch));
        written = written.and(record);
        snapshotWritten |= record instanceof SnapshotTaken;
    }

    @Override
    public void sync() {
        guarded("synced", () -> {
            if (snapshotWritten) {
                journal.replace(everything());
            } else if (!batch.isEmpty()) {
                journal.append(batch.finished());
            }
        });
        forgetBatch();
        synced = written;
    }

    /** One batch that amounts to all that was written. */
    private ByteBuffer everything() {
        Bytes all = new Bytes(Frame.HEADER_BYTES);
        Log log = written.log();
        RecordCodec.write(new TermAndVote(written.currentTerm(), written.votedFor()), all);
        RecordCodec.write(new SnapshotTaken(log.snapshot()), all);
        RecordCodec.write(new Appended(log.entriesFrom(log.baseIndex() + 1, Integer.MAX_VALUE)), all);
        return all.finished();
    }

    private void forgetBatch() {
        batch.clear();
        snapshotWritten = false;
    }

    /** What has been synced; what has not is dropped, as a server that asks starts anew. */
    @Override
    public Recovered recover() {
        guarded("read", () -> { });
        forgetBatch();
        written = synced;
        return synced;
    }

    /** Gives the directory free. What was not synced is lost. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            journal.close();
        } catch (IOException e) {
            throw failed("closed", e);
        }
    }

    /** Work on files. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void guarded(String what, Work work) {
        if (closed) {
            throw new StorageException("the storage in " + directory + " is closed");
        }
        if (failure != null) {
            throw new StorageException(failure.getMessage(), failure);
        }
        try {
            work.run();
        } catch (StorageException e) {
            failure = e;
            throw e;
        } catch (IOException | RuntimeException e) {
            failure = failed(what, e);
            throw failure;
        }
    }

    private StorageException failed(String what, Exception cause) {
        return new StorageException("the storage in " + directory + " could not be " + what + ": " + cause
                + "; it does nothing more until it is opened anew", cause);
    }
}
