package dev.heddle.raft;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The replicated log as an immutable value: entries numbered from 1, with term 0 at index 0, before
 * the first (Figure 2). A snapshot may stand for its beginning (§7); what it covers counts as equal
 * in all logs, since it is committed.
 *
 * <p>Logs share storage the way slices of an array do. Appending claims the free slots behind the
 * last entry if no other log has, and copies otherwise; truncating gives a shorter view. A slot
 * once filled never changes, hence a log may be read and appended to from any thread. An operation
 * that changes nothing returns the same instance, so that {@code before == after} tells whether
 * anything did.
 */
public final class Log {

    private static final int FIRST_CAPACITY = 8;
    private static final Log EMPTY = new Log(null, new Slots(new Entry[0], 0), 0, null);

    private final Snapshot snapshot;
    private final long baseIndex;
    private final Slots slots;
    private final int length;
    private final Memberships memberships;

    private Log(Snapshot snapshot, Slots slots, int length, Memberships memberships) {
        this.snapshot = snapshot;
        this.baseIndex = snapshot == null ? 0 : snapshot.lastIndex();
        this.slots = slots;
        this.length = length;
        this.memberships = memberships;
    }

    /** An array that several logs share; {@code used} slots are filled, or are being filled by their claimant. */
    private static final class Slots {
        final Entry[] entries;
        final AtomicInteger used;

        Slots(Entry[] entries, int used) {
            this.entries = entries;
            this.used = new AtomicInteger(used);
        }

        boolean claim(int first, int count) {
            return first + count <= entries.length && used.compareAndSet(first, first + count);
        }
    }

    /** The memberships among the entries, the latest first. */
    private record Memberships(long index, Membership membership, Memberships older) {

        static Memberships and(Memberships older, long index, Entry entry) {
            return entry.command() instanceof Membership membership
                    ? new Memberships(index, membership, older) : older;
        }

        static Memberships upTo(Memberships latest, long index) {
            Memberships left = latest;
            while (left != null && left.index > index) {
                left = left.older;
            }
            return left;
        }

        static Memberships after(Memberships latest, long index) {
            return latest == null || latest.index <= index
                    ? null : new Memberships(latest.index, latest.membership, after(latest.older, index));
        }
    }

    /** The log of a server that has never received an entry. */
    public static Log empty() {
        return EMPTY;
    }

    /** A log of the given entries, the first at index 1. */
    public static Log of(Entry... entries) {
        return EMPTY.appendAll(Entries.of(entries), 0);
    }

    /** The snapshot that stands for the beginning of the log, or null. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** The last index that the snapshot covers, 0 without one; the entries begin after it. */
    public long baseIndex() {
        return baseIndex;
    }

    /** The term at {@link #baseIndex()}, 0 without a snapshot. */
    public long baseTerm() {
        return snapshot == null ? 0 : snapshot.lastTerm();
    }

    /** The index of the last entry, {@link #baseIndex()} if there is none. */
    public long lastIndex() {
        return baseIndex + length;
    }

    /** The term of the last entry, {@link #baseTerm()} if there is none. */
    public long lastTerm() {
        return length == 0 ? baseTerm() : slots.entries[length - 1].term();
    }

    /** The term of the entry at an index from {@link #baseIndex()} to {@link #lastIndex()}; 0 at index 0. */
    public long termAt(long index) {
        return index == baseIndex ? baseTerm() : entryAt(index).term();
    }

    /** The entry at an index after {@link #baseIndex()} up to {@link #lastIndex()}. */
    public Entry entryAt(long index) {
        if (index <= baseIndex || index > lastIndex()) {
            throw new IllegalStateException("no entry at index " + index + " of a log of entries from "
                    + (baseIndex + 1) + " whose last index is " + lastIndex());
        }
        return slots.entries[slot(index)];
    }

    /**
     * Whether the log has an entry of this term at this index; true of term 0 at index 0 (§5.3), and of
     * whatever a leader names before the end of the snapshot.
     */
    public boolean matches(long index, long term) {
        return index < baseIndex || index <= lastIndex() && termAt(index) == term;
    }

    /** The latest membership in the log, committed or not (§6), or null if none was ever in it. */
    public Membership membership() {
        return membershipUpTo(memberships);
    }

    /** The index of the latest membership; that of the snapshot's is not known and given as {@link #baseIndex()}. */
    public long membershipIndex() {
        return memberships == null ? baseIndex : memberships.index;
    }

    /** The latest membership up to an index from {@link #baseIndex()} on, or null if there is none. */
    public Membership membershipAt(long index) {
        return membershipUpTo(Memberships.upTo(memberships, index));
    }

    private Membership membershipUpTo(Memberships latest) {
        return latest != null ? latest.membership : snapshot == null ? null : snapshot.membership();
    }

    /** At most {@code limit} entries from an index after {@link #baseIndex()} on; none if the log ends before it. */
    public Entries entriesFrom(long index, int limit) {
        if (index <= baseIndex) {
            throw new IllegalStateException("entries are numbered from " + (baseIndex + 1) + ", not " + index);
        }
        if (index > lastIndex()) {
            return Entries.none();
        }
        int from = slot(index);
        return Entries.view(slots.entries, from, from + Math.min(limit, length - from));
    }

    /** This log and one more entry. */
    public Log append(Entry entry) {
        Slots target = slots.claim(length, 1) ? slots : copy(0, 1);
        target.entries[length] = entry;
        return new Log(snapshot, target, length + 1, Memberships.and(memberships, lastIndex() + 1, entry));
    }

    /** This log and the given entries but for the first {@code skip} of them. */
    public Log appendAll(Entries entries, int skip) {
        int count = entries.size() - skip;
        if (count <= 0) {
            return this;
        }
        Slots target = slots.claim(length, count) ? slots : copy(0, count);
        entries.copyTo(target.entries, length, skip);
        Memberships latest = memberships;
        for (int i = 0; i < count; i++) {
            latest = Memberships.and(latest, lastIndex() + 1 + i, entries.get(skip + i));
        }
        return new Log(snapshot, target, length + count, latest);
    }

    /** This log without the entry at {@code index} and all that follow it. */
    public Log truncateFrom(long index) {
        if (index > lastIndex()) {
            return this;
        }
        if (index <= baseIndex) {
            throw new IllegalStateException("cannot truncate a log of entries from " + (baseIndex + 1)
                    + " from index " + index);
        }
        if (index == 1) {
            return EMPTY;
        }
        return new Log(snapshot, slots, slot(index), Memberships.upTo(memberships, index - 1));
    }

    /**
     * This log with a snapshot in place of all that it covers; the entries after it stay. The log
     * itself if it has that much behind it already.
     */
    public Log startingWith(Snapshot newer) {
        if (newer.lastIndex() <= baseIndex) {
            return this;
        }
        if (newer.lastIndex() >= lastIndex()) {
            return new Log(newer, new Slots(new Entry[0], 0), 0, null);
        }
        int covered = slot(newer.lastIndex()) + 1;
        return new Log(newer, copy(covered, 0), length - covered, Memberships.after(memberships, newer.lastIndex()));
    }

    /** The last index up to which both logs hold the same entries. */
    public long commonPrefix(Log other) {
        long shorter = Math.min(lastIndex(), other.lastIndex());
        if (slots == other.slots && baseIndex == other.baseIndex) {
            return shorter;
        }
        long common = Math.min(shorter, Math.max(baseIndex, other.baseIndex));
        while (common < shorter && entryAt(common + 1).equals(other.entryAt(common + 1))) {
            common++;
        }
        return common;
    }

    private int slot(long index) {
        return (int) (index - baseIndex) - 1;
    }

    private Slots copy(int skip, int more) {
        int kept = length - skip;
        Entry[] entries = new Entry[Math.max(FIRST_CAPACITY, (kept + more) * 2)];
        System.arraycopy(slots.entries, skip, entries, 0, kept);
        return new Slots(entries, kept + more);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Log that && length == that.length
                && Objects.equals(snapshot, that.snapshot) && commonPrefix(that) == lastIndex();
    }

    @Override
    public int hashCode() {
        int hash = entriesFrom(baseIndex + 1, length).hashCode();
        return snapshot == null ? hash : 31 * hash + snapshot.hashCode();
    }

    /** The entries as {@code [1:append w7, 2:append w8]}, after a snapshot as {@code snapshot 5:1 [2:append w8]}. */
    @Override
    public String toString() {
        Entries entries = entriesFrom(baseIndex + 1, length);
        return snapshot == null ? entries.toString() : "snapshot " + baseIndex + ":" + baseTerm() + " " + entries;
    }
}
