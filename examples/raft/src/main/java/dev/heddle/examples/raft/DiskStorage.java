package dev.heddle.examples.raft;

import dev.heddle.harness.disk.Disk;
import dev.heddle.harness.disk.DiskException;
import dev.heddle.harness.disk.TornRecord;
import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.Storage;
import dev.heddle.raft.StorageException;
import java.util.List;

/**
 * A server's storage on the disk that the harness lends to its node; what follows a torn record, and
 * that itself, was never synced and is cut off.
 */
record DiskStorage(Disk disk) implements Storage {
    @Override
    public void write(JournalRecord record) {
        try {
            disk.write(record);
        } catch (DiskException e) {
            throw failure(e);
        }
    }

    @Override
    public void sync() {
        try {
            disk.sync();
        } catch (DiskException e) {
            throw failure(e);
        }
    }

    @Override
    public Recovered recover() {
        try {
            return readAll();
        } catch (DiskException e) {
            throw failure(e);
        }
    }

    private Recovered readAll() {
        Recovered recovered = Recovered.nothing();
        List<Object> records = disk.records();
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i) instanceof TornRecord) {
                disk.truncate(i);
                return recovered;
            }
            recovered = recovered.and((JournalRecord) records.get(i));
        }
        return recovered;
    }

    private static StorageException failure(DiskException cause) {
        return new StorageException("the disk failed", cause);
    }
}
