package dev.heddle.examples.register;

import dev.heddle.harness.disk.Disk;

/** A replica's copy on its node's disk, and a line for each start of the node. */
final class DiskStorage implements Storage {
    /** The node started. */
    private record Start() {}

    private final Disk disk;
    private final boolean syncs;

    /** @param syncs whether a copy is durable before anybody is told of it */
    DiskStorage(Disk disk, boolean syncs) {
        this.disk = disk;
        this.syncs = syncs;
        disk.write(new Start());
        disk.sync();
    }

    @Override
    public Copy load() {
        return disk.records().stream()
                .filter(Copy.class::isInstance)
                .map(Copy.class::cast)
                .reduce(Copy.FIRST, (before, last) -> last);
    }

    @Override
    public int starts() {
        return (int) disk.records().stream().filter(Start.class::isInstance).count();
    }

    @Override
    public void keep(Copy copy) {
        disk.write(copy);
        if (syncs) {
            disk.sync();
        }
    }
}
