package dev.heddle.harness.disk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The disk of one node: a journal of records, of which a prefix is synced.
 *
 * <p>A crash loses the unsynced tail and nothing else. Records are kept as the objects they are, so
 * they must be immutable. A node that was crashed in the middle of a handler is mute: what it
 * writes afterwards does not reach the disk.
 */
public final class Disk {
    private final ArrayList<Object> journal = new ArrayList<>();
    private int synced;
    private boolean mounted;

    /** Appends a record to the unsynced tail. */
    public void write(Object immutableRecord) {
        if (mounted) {
            journal.add(immutableRecord);
        }
    }

    /** Makes everything written so far durable. */
    public void sync() {
        if (mounted) {
            synced = journal.size();
        }
    }

    /** What is on the disk, oldest first, unsynced records included; a read-only live view. */
    public List<Object> records() {
        return Collections.unmodifiableList(journal);
    }

    /** The number of leading records that survive a crash. */
    public int syncedCount() {
        return synced;
    }

    /** Lets a starting node write; called by the world. */
    public void mount() {
        mounted = true;
    }

    /** Loses the unsynced tail and ignores writes until the next mount; called by the world. */
    public void crash() {
        mounted = false;
        while (journal.size() > synced) {
            journal.remove(journal.size() - 1);
        }
    }

    /** An empty disk, as before the first boot; called by the world. */
    public void wipe() {
        mounted = false;
        journal.clear();
        synced = 0;
    }
}
