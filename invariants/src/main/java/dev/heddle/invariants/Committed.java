package dev.heddle.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The entries that were ever seen committed in one execution, or as the last of a snapshot, each with who
 * committed it first and in which term that server was; and how far each node's part of them has been
 * looked at, which a crash does not change: what agreed once agrees for ever.
 *
 * <p>Entries may be missing in between: a server that starts from a snapshot never shows those below
 * it.
 */
final class Committed {
    private static final int FIRST_CAPACITY = 16;
    /** Stands for the command of an entry of which only a snapshot that ends there is known, and so its term. */
    private static final Object COMPACTED = new Object() {
        @Override
        public String toString() {
            return "(compacted)";
        }
    };

    private final RaftLog[] logs;
    private final long[] ends;
    private long first = 1;
    private long last;
    private long[] terms = {};
    private Object[] commands = {};
    private long[] seenIn = {};
    /** The node that committed the entry first plus one; 0 where no entry is known. */
    private int[] committers = {};

    Committed(int nodes) {
        logs = new RaftLog[nodes];
        ends = new long[nodes];
    }

    /** Whether a node's committed entries are those of the last look. */
    boolean unchanged(int node, RaftLog log, long end) {
        return log == logs[node] && end == ends[node];
    }

    /**
     * Takes note of a node's log and the end of its committed entries.
     *
     * @return the first index of what has not been looked at; up to {@code end} or beyond it
     */
    long lookAgainFrom(int node, RaftLog log, long end) {
        RaftLog before = logs[node];
        long next = ends[node] + 1;
        long from = log == before ? next : Math.min(next, Logs.firstChanged(log, before));
        logs[node] = log;
        ends[node] = end;
        return Math.max(from, log.firstIndex());
    }

    /** The lowest index that may be known. */
    long firstIndex() {
        return first;
    }

    /** The highest index that is known; below {@link #firstIndex()} if none is. */
    long lastIndex() {
        return last;
    }

    boolean knows(long index) {
        return index >= first && index <= last && committers[slot(index)] != 0;
    }

    /** The first node that had committed the entry at a known index. */
    int committer(long index) {
        return committers[slot(index)] - 1;
    }

    /** The term of that node when it was seen to have; the entry was committed in this term or before. */
    long seenIn(long index) {
        return seenIn[slot(index)];
    }

    /** The term of the entry at a known index. */
    long term(long index) {
        return terms[slot(index)];
    }

    /** Whether the log's entry is the committed one, at an index that both have. */
    boolean agrees(RaftLog log, long index) {
        int slot = slot(index);
        Object command = commands[slot];
        return terms[slot] == log.termAt(index)
                && (command == COMPACTED || Objects.equals(command, log.commandAt(index)));
    }

    /** The committed entry at a known index, for people. */
    String text(long index) {
        return Logs.text(terms[slot(index)], commands[slot(index)]);
    }

    /** Adds the log's entry at an index that is not known. */
    void add(long index, RaftLog log, int node, long term) {
        add(index, log.termAt(index), log.commandAt(index), node, term);
    }

    /**
     * Adds the last entry that the log has compacted, if its term is told and it is not known: it was applied, so it
     * was committed, perhaps in the very step that compacted it.
     *
     * @return its index, or 0 where nothing was added
     */
    long addCompacted(RaftLog log, int node, long term) {
        long index = log.firstIndex() - 1;
        if (index < 1 || log.termBefore() == RaftLog.UNKNOWN_TERM || knows(index)) {
            return 0;
        }
        add(index, log.termBefore(), COMPACTED, node, term);
        return index;
    }

    /**
     * Takes note of the command of a known entry of which only the term was known, if the log has that entry.
     *
     * @return whether that is news
     */
    boolean complete(long index, RaftLog log) {
        int slot = slot(index);
        if (commands[slot] != COMPACTED || terms[slot] != log.termAt(index)) {
            return false;
        }
        commands[slot] = log.commandAt(index);
        return true;
    }

    private void add(long index, long entryTerm, Object command, int node, long term) {
        makeRoom(index);
        int slot = slot(index);
        terms[slot] = entryTerm;
        commands[slot] = command;
        seenIn[slot] = term;
        committers[slot] = node + 1;
    }

    /** Every known entry with its index and the term it was seen in, but not with who committed it. */
    List<Object> entries() {
        List<Object> entries = new ArrayList<>();
        for (long index = first; index <= last; index++) {
            if (knows(index)) {
                entries.add(Arrays.asList(index, term(index), commands[slot(index)], seenIn(index)));
            }
        }
        return entries;
    }

    private int slot(long index) {
        return (int) (index - first);
    }

    private void makeRoom(long index) {
        if (last < first) {
            first = index;
        }
        int below = Math.toIntExact(Math.max(0, first - index));
        int size = Math.toIntExact(Math.max(last, index) - Math.min(first, index) + 1);
        if (below > 0 || size > terms.length) {
            int known = last < first ? 0 : slot(last) + 1;
            int capacity = Math.max(FIRST_CAPACITY, size * 2);
            terms = moved(terms, new long[capacity], below, known);
            commands = moved(commands, new Object[capacity], below, known);
            seenIn = moved(seenIn, new long[capacity], below, known);
            committers = moved(committers, new int[capacity], below, known);
        }
        first = Math.min(first, index);
        last = Math.max(last, index);
    }

    private static <A> A moved(A from, A to, int by, int count) {
        System.arraycopy(from, 0, to, by, count);
        return to;
    }
}
