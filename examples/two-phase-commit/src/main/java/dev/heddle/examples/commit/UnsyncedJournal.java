package dev.heddle.examples.commit;

import dev.heddle.harness.disk.Disk;
import java.util.List;

/** The bug {@code no-sync}: a journal that takes what is written for what is on the disk. */
record UnsyncedJournal(Disk disk) implements Journal {
    @Override
    public void force(Entry entry) {
        disk.write(entry);
    }

    @Override
    public List<Entry> entries() {
        return new DiskJournal(disk).entries();
    }
}
