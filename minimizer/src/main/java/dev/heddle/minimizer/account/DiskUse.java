package dev.heddle.minimizer.account;

import dev.heddle.harness.disk.Disk;
import dev.heddle.harness.schedule.Quantity;

/**
 * How much is on a node's disk.
 *
 * @param written the number of records
 * @param synced how many of them a crash leaves
 */
record DiskUse(int written, int synced) {
    private static final String RECORD = "record";

    static DiskUse of(Disk disk) {
        return new DiskUse(disk.writtenCount(), disk.syncedCount());
    }

    /** What a step of the node's did to it, in words; empty for nothing. */
    String since(DiskUse before) {
        int more = written - before.written;
        String state = synced == written ? ", synced" : ", not synced";
        if (more > 0) {
            return "writes " + Quantity.of(more, RECORD) + state;
        } else if (more < 0) {
            return "has " + Quantity.of(-more, RECORD) + " fewer on its disk";
        }
        return synced > before.synced ? "syncs " + Quantity.of(synced - before.synced, RECORD) : "";
    }

    /** What its crash took away, or what got onto it before, in words; empty for nothing. */
    String sinceCrash(DiskUse before) {
        int lost = before.written - written;
        String verb = lost == 1 ? "was" : "were";
        return lost > 0 ? "loses " + Quantity.of(lost, RECORD) + " that " + verb + " not synced" : since(before);
    }
}
