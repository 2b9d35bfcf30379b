package dev.heddle.harness.disk;

import dev.heddle.harness.disk.DiskPoint.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The disk of one node: a journal of records, of which a prefix is synced.
 *
 * <p>A crash loses the unsynced tail and nothing else. Records are kept as the objects they are, so
 * they must be immutable. A node that was crashed in the middle of a handler is mute: what it
 * writes afterwards does not reach the disk. Where a {@link DiskError} is due, an operation throws
 * a {@link DiskException}.
 */
public final class Disk {
    private final ArrayList<Object> journal = new ArrayList<>();
    private final Set<DiskError> due = EnumSet.noneOf(DiskError.class);
    private int synced;
    private boolean mounted;
    private Operation lethal;
    private int operationsLeft;
    private Runnable loss;

    /** Appends a record to the unsynced tail. */
    public void write(Object immutableRecord) {
        if (mounted) {
            fail(DiskError.WRITE, "the write failed");
            journal.add(immutableRecord);
            done(Operation.WRITE);
        }
    }

    /** Makes everything written so far durable. */
    public void sync() {
        if (mounted) {
            fail(DiskError.WRITE, "the sync failed");
            synced = journal.size();
            done(Operation.SYNC);
        }
    }

    /**
     * Drops every record but the first so many, and makes that durable at once; counts as a write. It
     * is how a store gets rid of a {@link TornRecord}.
     */
    public void truncate(int kept) {
        if (mounted) {
            fail(DiskError.WRITE, "the truncation failed");
            keep(kept);
            synced = Math.min(synced, kept);
            done(Operation.WRITE);
        }
    }

    /**
     * What is on the disk, oldest first, unsynced records included; a read-only live view. The last
     * one that a crash left may be a {@link TornRecord}.
     */
    public List<Object> records() {
        if (mounted) {
            fail(DiskError.READ, "the read failed");
        }
        return Collections.unmodifiableList(journal);
    }

    /** The number of records, those included that a crash would lose; asking is no access that can fail. */
    public int writtenCount() {
        return journal.size();
    }

    /** The number of leading records that survive a crash. */
    public int syncedCount() {
        return synced;
    }

    private void fail(DiskError error, String what) {
        if (!due.isEmpty() && due.remove(error)) {
            throw new DiskException(what);
        }
    }

    private void done(Operation operation) {
        if (lethal == operation && --operationsLeft == 0) {
            lethal = null;
            loss.run();
            throw new PowerLoss();
        }
    }

    private void keep(int count) {
        journal.subList(Math.min(count, journal.size()), journal.size()).clear();
    }

    // ---- what the world does ----

    /** Lets something go wrong, once. */
    public void fault(DiskError error) {
        due.add(error);
    }

    /** Nothing goes wrong that has not yet. */
    public void mend() {
        due.clear();
    }

    /** True while that has yet to go wrong. */
    public boolean isDue(DiskError error) {
        return due.contains(error);
    }

    /**
     * Lets the node crash at a point of the handler that is about to run.
     *
     * @param onLoss makes the node mute
     */
    public void losePowerAt(DiskPoint point, Runnable onLoss) {
        lethal = point.operation();
        operationsLeft = point.count();
        loss = onLoss;
    }

    /** The handler is over; its node lives on. */
    public void keepPower() {
        lethal = null;
    }

    /** Lets a starting node write. */
    public void mount() {
        mounted = true;
    }

    /**
     * Loses the unsynced tail, or a part of it where it is to be torn, and ignores writes until the next mount.
     *
     * @param draw says how much of a torn tail survives
     */
    public void crash(long draw) {
        mounted = false;
        int tail = journal.size() - synced;
        if (due.remove(DiskError.TORN) && tail > 0) {
            keep(synced + 1 + (int) Long.remainderUnsigned(draw, tail));
            journal.set(journal.size() - 1, new TornRecord());
        } else {
            keep(synced);
        }
        synced = journal.size();
    }

    /** An empty disk, as before the first boot. */
    public void wipe() {
        mounted = false;
        journal.clear();
        due.clear();
        lethal = null;
        synced = 0;
    }
}
