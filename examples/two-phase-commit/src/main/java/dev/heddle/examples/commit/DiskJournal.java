package dev.heddle.examples.commit;

import dev.heddle.harness.disk.Disk;
import java.util.List;

/** A journal on the disk that the harness lends to a node. */
record DiskJournal(Disk disk) implements Journal {
    @Override
    public void force(Entry entry) {
        disk.write(entry);
        disk.sync();
    }

    @Override
    public List<Entry> entries() {
        return disk.records().stream().map(Entry.class::cast).toList();
    }
}
