package dev.heddle.invariants;

import java.util.ArrayList;
import java.util.List;

/**
 * A log copied into a list: for tests, and for a Raft that changes its log in place.
 *
 * @param firstIndex the index of the first entry in the list, or of the next one if the list is empty
 * @param termBefore see {@link RaftLog#termBefore()}
 * @param entries the entries, in order
 */
public record PlainLog(long firstIndex, long termBefore, List<Entry> entries) implements RaftLog {
    /**
     * One entry.
     *
     * @param term the term in which a leader received the command
     * @param command a value with {@code equals}, may be null
     */
    public record Entry(long term, Object command) {}

    public PlainLog {
        if (firstIndex < 1) {
            throw new IllegalArgumentException("a log's indexes run from 1, not from " + firstIndex);
        }
        entries = List.copyOf(entries);
    }

    /** A log of which nobody knows what was before it. */
    public PlainLog(long firstIndex, List<Entry> entries) {
        this(firstIndex, UNKNOWN_TERM, entries);
    }

    /** A log that holds nothing yet. */
    public static PlainLog empty() {
        return new PlainLog(1, List.of());
    }

    /** This log and one more entry. */
    public PlainLog append(long term, Object command) {
        List<Entry> longer = new ArrayList<>(entries);
        longer.add(new Entry(term, command));
        return new PlainLog(firstIndex, termBefore, longer);
    }

    /** This log without the entry at the index and all behind it. */
    public PlainLog truncateFrom(long index) {
        return new PlainLog(firstIndex, termBefore, entries.subList(0, position(index)));
    }

    /** This log without the entries up to and including the index, as a snapshot leaves it. */
    public PlainLog compactTo(long index) {
        long term = index < firstIndex ? termBefore : termAt(index);
        return new PlainLog(index + 1, term, entries.subList(position(index + 1), entries.size()));
    }

    @Override
    public long lastIndex() {
        return firstIndex + entries.size() - 1;
    }

    @Override
    public long termAt(long index) {
        return entries.get(position(index)).term();
    }

    @Override
    public Object commandAt(long index) {
        return entries.get(position(index)).command();
    }

    private int position(long index) {
        return Math.toIntExact(index - firstIndex);
    }

    /** The entries as {@code [1:append w7, 2:append w8]}, after the first index if that is not 1. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(firstIndex == 1 ? "[" : "from " + firstIndex + " [");
        for (long index = firstIndex; index <= lastIndex(); index++) {
            text.append(index == firstIndex ? "" : ", ").append(Logs.text(this, index));
        }
        return text.append(']').toString();
    }
}
