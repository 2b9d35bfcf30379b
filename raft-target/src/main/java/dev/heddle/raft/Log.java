package dev.heddle.raft;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The replicated log as an immutable value: entries numbered from 1, with term 0 at index 0, before
 * the first (Figure 2).
 *
 * <p>Logs share storage the way slices of an array do. Appending claims the free slots behind the
 * last entry if no other log has, and copies otherwise; truncating gives a shorter view. A slot
 * once filled never changes, hence a log may be read and appended to from any thread. An operation
 * that changes nothing returns the same instance, so that {@code before == after} tells whether
 * anything did.
 */
public final class Log {

    private static final int FIRST_CAPACITY = 8;
    private static final Log EMPTY = new Log(new Slots(new Entry[0], 0), 0);

    private final Slots slots;
    private final int length;

    private Log(Slots slots, int length) {
        this.slots = slots;
        this.length = length;
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

    /** The log of a server that has never received an entry. */
    public static Log empty() {
        return EMPTY;
    }

    /** A log of the given entries, the first at index 1. */
    public static Log of(Entry... entries) {
        return EMPTY.appendAll(Entries.of(entries), 0);
    }

    /** The index of the last entry, 0 if there is none. */
    public long lastIndex() {
        return length;
    }

    /** The term of the last entry, 0 if there is none. */
    public long lastTerm() {
        return length == 0 ? 0 : slots.entries[length - 1].term();
    }

    /** The term of the entry at an index from 0 to {@link #lastIndex()}; 0 at index 0. */
    public long termAt(long index) {
        return index == 0 ? 0 : entryAt(index).term();
    }

    /** The entry at an index from 1 to {@link #lastIndex()}. */
    public Entry entryAt(long index) {
        if (index < 1 || index > length) {
            throw new IllegalStateException("no entry at index " + index + " of a log whose last index is " + length);
        }
        return slots.entries[(int) index - 1];
    }

    /** Whether the log has an entry of this term at this index; true of term 0 at index 0 (§5.3). */
    public boolean matches(long index, long term) {
        return index <= length && termAt(index) == term;
    }

    /** At most {@code limit} entries from {@code index} on; none if the log ends before it. */
    public Entries entriesFrom(long index, int limit) {
        if (index < 1) {
            throw new IllegalStateException("entries are numbered from 1, not " + index);
        }
        if (index > length) {
            return Entries.none();
        }
        int from = (int) index - 1;
        return Entries.view(slots.entries, from, from + Math.min(limit, length - from));
    }

    /** This log and one more entry. */
    public Log append(Entry entry) {
        Slots target = slots.claim(length, 1) ? slots : copy(1);
        target.entries[length] = entry;
        return new Log(target, length + 1);
    }

    /** This log and the given entries but for the first {@code skip} of them. */
    public Log appendAll(Entries entries, int skip) {
        int count = entries.size() - skip;
        if (count <= 0) {
            return this;
        }
        Slots target = slots.claim(length, count) ? slots : copy(count);
        entries.copyTo(target.entries, length, skip);
        return new Log(target, length + count);
    }

    /** This log without the entry at {@code index} and all that follow it. */
    public Log truncateFrom(long index) {
        if (index > length) {
            return this;
        }
        if (index < 1) {
            throw new IllegalStateException("cannot truncate a log from index " + index);
        }
        return index == 1 ? EMPTY : new Log(slots, (int) index - 1);
    }

    /** The last index up to which both logs hold the same entries. */
    public long commonPrefix(Log other) {
        int shorter = Math.min(length, other.length);
        if (slots == other.slots) {
            return shorter;
        }
        int common = 0;
        while (common < shorter && slots.entries[common].equals(other.slots.entries[common])) {
            common++;
        }
        return common;
    }

    private Slots copy(int more) {
        int needed = length + more;
        Entry[] entries = new Entry[Math.max(FIRST_CAPACITY, needed * 2)];
        System.arraycopy(slots.entries, 0, entries, 0, length);
        return new Slots(entries, needed);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Log that && length == that.length && commonPrefix(that) == length;
    }

    @Override
    public int hashCode() {
        return entriesFrom(1, length).hashCode();
    }

    /** The entries as {@code [1:append w7, 2:append w8]}. */
    @Override
    public String toString() {
        return entriesFrom(1, length).toString();
    }
}
