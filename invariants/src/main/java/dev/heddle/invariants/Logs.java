package dev.heddle.invariants;

import java.util.Objects;

/** Questions about logs that more than one invariant asks. */
final class Logs {
    private Logs() {}

    /** Whether both logs, which both hold the index, hold the same entry there. */
    static boolean sameEntry(RaftLog a, RaftLog b, long index) {
        return a.termAt(index) == b.termAt(index) && sameCommand(a, b, index);
    }

    /** Whether both logs, which both hold the index, hold the same command there. */
    static boolean sameCommand(RaftLog a, RaftLog b, long index) {
        return Objects.equals(a.commandAt(index), b.commandAt(index));
    }

    /** The first index from which on {@code now} may hold what {@code before} (or no log, if null) did not. */
    static long firstChanged(RaftLog now, RaftLog before) {
        long first = now.firstIndex();
        return before == null || first < before.firstIndex() ? first : Math.max(first, now.commonPrefix(before) + 1);
    }

    /** The end of the entries in the log that the server knows to be committed. */
    static long committedEnd(RaftView view, RaftLog log) {
        return Math.min(Math.max(view.commitIndex(), view.lastApplied()), log.lastIndex());
    }

    /** An entry for people: its term and command, as in {@code 3:append w7}. */
    static String text(RaftLog log, long index) {
        return text(log.termAt(index), log.commandAt(index));
    }

    static String text(long term, Object command) {
        return term + ":" + Text.line(String.valueOf(command));
    }
}
