package dev.heddle.raft;

/**
 * An immutable run of consecutive log entries, shared with the log that it was taken from: making
 * one copies nothing, and reading one is safe from any thread.
 */
public final class Entries {

    private static final Entries NONE = new Entries(new Entry[0], 0, 0);

    private final Entry[] slots;
    private final int from;
    private final int to;

    private Entries(Entry[] slots, int from, int to) {
        this.slots = slots;
        this.from = from;
        this.to = to;
    }

    /** The empty run, which a heartbeat carries. */
    public static Entries none() {
        return NONE;
    }

    /** The given entries, in that order. */
    public static Entries of(Entry... entries) {
        return entries.length == 0 ? NONE : new Entries(entries.clone(), 0, entries.length);
    }

    /** The slots from {@code from} up to but not including {@code to}, which never change again. */
    static Entries view(Entry[] slots, int from, int to) {
        return from >= to ? NONE : new Entries(slots, from, to);
    }

    public int size() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }

    /** The entry at a position counted from 0. */
    public Entry get(int position) {
        if (position < 0 || position >= size()) {
            throw new IndexOutOfBoundsException("position " + position + " of " + size() + " entries");
        }
        return slots[from + position];
    }

    /** Copies the entries from {@code skip} on into another array. */
    void copyTo(Entry[] target, int at, int skip) {
        System.arraycopy(slots, from + skip, target, at, size() - skip);
    }

    @Override
    public boolean equals(Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Entries that) || that.size() != size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (!get(i).equals(that.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + slots[i].hashCode();
        }
        return hash;
    }

    /** The entries as {@code [1:append w7, 2:append w8]}. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "[]";
        }
        StringBuilder text = new StringBuilder(16 * size());
        for (int i = from; i < to; i++) {
            text.append(i == from ? "[" : ", ").append(slots[i].term()).append(':').append(slots[i].command());
        }
        return text.append(']').toString();
    }
}
