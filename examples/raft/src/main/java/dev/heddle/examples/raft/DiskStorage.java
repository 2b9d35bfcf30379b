package dev.heddle.examples.raft;

import dev.heddle.harness.disk.Disk;
import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.Storage;

/** A server's storage on the disk that the harness lends to its node. */
record DiskStorage(Disk disk) implements Storage {
    @Override
    public void write(JournalRecord record) {
        disk.write(record);
    }

    @Override
    public void sync() {
        disk.sync();
    }

    @Override
    public Recovered recover() {
        Recovered recovered = Recovered.nothing();
        for (Object record : disk.records()) {
            recovered = recovered.and((JournalRecord) record);
        }
        return recovered;
    }
}
