package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import java.util.List;

/**
 * Log Matching: if two logs contain an entry with the same index and term, then the logs are
 * identical in all entries up through the given index (the paper, Figure 3, §5.3).
 *
 * <p>Over the logs of two servers at any two times of an execution, where both hold an entry: what was cut
 * off, compacted, or lost in a crash counts still.
 *
 * <p>How little has to be compared: call an index <i>sound</i> for two logs if, where their terms
 * there are equal, so are their commands there and (unless it is the first that one of them holds) their
 * terms at the index before. The property holds if and only if every index is sound: from equal
 * terms at an index, soundness gives an equal entry there and equal terms one before, and so on
 * down, which is the paper's own induction (§5.3). Soundness of an index depends on the entries at
 * it and before it only. So when a log changes from index k on, exactly the entries from k on are
 * looked up among {@link EverStood what ever stood}, one look for all logs that there have been.
 *
 * <p>No false alarm: a term has one leader, who creates at most one entry per index in it, behind one and
 * the same entry, and its log holds both as long as it leads; others hold copies, which the consistency check
 * lets in behind that entry only (§5.3). A crash may take an entry that was not synced. That changes nothing:
 * its creator cannot lead that term again, as term and vote are durable, so nobody will create another one there.
 * That a server contradicts nothing but its own past is left to Leader Append-Only: whoever it got the other
 * entry from contradicts it as well.
 */
final class LogMatching extends RaftInvariant {
    static final String ID = "log-matching";

    LogMatching() {
        super(ID, Watch::new);
    }

    private static final class Watch extends RaftMonitor implements PairwiseMonitor {
        private final EverStood stood = new EverStood();
        private RaftLog[] logs;

        @Override
        void start(int nodes) {
            logs = new RaftLog[nodes];
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            RaftLog log = view.log();
            if (log == logs[node]) {
                return null;
            }
            long from = Logs.firstChanged(log, logs[node]);
            logs[node] = log;
            long before = RaftLog.UNKNOWN_TERM;
            if (from > log.firstIndex() && from <= log.lastIndex()) {
                before = log.termAt(from - 1);
            }
            for (long index = from; index <= log.lastIndex(); index++) {
                long term = log.termAt(index);
                EverStood.Other other = stood.add(node, index, term, log.commandAt(index), before);
                if (other != null) {
                    Violation atOnce = compareWithOthers(cluster, node, log, from);
                    return atOnce != null ? atOnce : violation(cluster, node, log, index, other);
                }
                before = term;
            }
            return null;
        }

        /** Two logs that stand at once tell more than an entry that is gone. */
        private Violation compareWithOthers(Cluster cluster, int node, RaftLog log, long from) {
            for (int other = 0; other < logs.length; other++) {
                if (other != node && cluster.view(other) instanceof RaftView view) {
                    long unsound = firstUnsound(log, view.log(), from);
                    if (unsound > 0) {
                        return violation(cluster.name(node), log, cluster.name(other), view.log(), unsound);
                    }
                }
            }
            return null;
        }

        /** The first index from {@code from} on that is not sound for the two logs, 0 if all are. */
        private static long firstUnsound(RaftLog a, RaftLog b, long from) {
            long first = Math.max(a.firstIndex(), b.firstIndex());
            long last = Math.min(a.lastIndex(), b.lastIndex());
            for (long index = Math.max(from, first); index <= last; index++) {
                if (a.termAt(index) == b.termAt(index)
                        && (!Logs.sameCommand(a, b, index)
                                || index > first && a.termAt(index - 1) != b.termAt(index - 1))) {
                    return index;
                }
            }
            return 0;
        }

        private static Violation violation(String node, RaftLog log, String other, RaftLog otherLog, long index) {
            long differing = Logs.sameCommand(log, otherLog, index) ? index - 1 : index;
            return Violation.of(ID, List.of(node, other), "the logs of " + node + " and " + other
                    + " both have an entry of term " + log.termAt(index) + " at index " + index
                    + ", but at index " + differing + " " + node + " has " + Logs.text(log, differing)
                    + " and " + other + " has " + Logs.text(otherLog, differing));
        }

        private static Violation violation(Cluster cluster, int node, RaftLog log, long index, EverStood.Other other) {
            String name = cluster.name(node);
            String otherName = cluster.name(other.node());
            String had = other.command()
                    ? Logs.text(log.termAt(index), other.value())
                    : "one behind an entry of term " + other.value();
            String has = Logs.text(log, index)
                    + (other.command() ? "" : " behind an entry of term " + log.termAt(index - 1));
            return Violation.of(ID, List.of(name, otherName), name + " has " + has + " at index " + index + ", where "
                    + otherName + " had " + had + " before: term " + log.termAt(index) + " has one entry there");
        }

        @Override
        void down(int node) {
            logs[node] = null;
        }

        @Override
        public Object memory() {
            return stood.memory();
        }

        @Override
        public boolean takesTwo() {
            return true;
        }
    }
}
