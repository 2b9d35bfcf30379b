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
 * there are equal, so are their commands there and their terms at the index before (which a snapshot tells of
 * its last entry; where none does, they are not compared). The property holds if and only if every index is
 * sound: from equal terms at an index, soundness gives an equal entry there and equal terms one before, and so on
 * down, which is the paper's own induction (§5.3). Soundness of an index depends on the entries at
 * it and before it only. So when a log changes from index k on, exactly the entries from k on are
 * looked up among {@link EverStood what ever stood}, one look for all logs that there have been; and the first
 * one where another snapshot comes before it.
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
            RaftLog before = logs[node];
            long first = log.firstIndex();
            long changed = Logs.firstChanged(log, before);
            logs[node] = log;
            boolean follows =
                    before != null && before.firstIndex() != first && first < changed && first <= log.lastIndex();
            Violation violation = follows ? look(cluster, node, log, first) : null;
            for (long index = changed; index <= log.lastIndex() && violation == null; index++) {
                violation = look(cluster, node, log, index);
            }
            return violation;
        }

        /** Looks an entry up among what ever stood, and adds it. */
        private Violation look(Cluster cluster, int node, RaftLog log, long index) {
            EverStood.Other other =
                    stood.add(node, index, log.termAt(index), log.commandAt(index), termBefore(log, index));
            if (other == null) {
                return null;
            }
            Violation atOnce = compareWithOthers(cluster, node, log, index);
            return atOnce != null ? atOnce : violation(cluster, node, log, index, other);
        }

        /** The term of the entry one before, also where a snapshot ends with it. */
        private static long termBefore(RaftLog log, long index) {
            return index > log.firstIndex() ? log.termAt(index - 1) : log.termBefore();
        }

        private static boolean differ(long term, long other) {
            return term != other && term != RaftLog.UNKNOWN_TERM && other != RaftLog.UNKNOWN_TERM;
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
                                || differ(termBefore(a, index), termBefore(b, index)))) {
                    return index;
                }
            }
            return 0;
        }

        private static Violation violation(String node, RaftLog log, String other, RaftLog otherLog, long index) {
            long differing = Logs.sameCommand(log, otherLog, index) ? index - 1 : index;
            return Violation.of(ID, List.of(node, other), "the logs of " + node + " and " + other
                    + " both have an entry of term " + log.termAt(index) + " at index " + index
                    + ", but at index " + differing + " " + node + " has " + text(log, differing)
                    + " and " + other + " has " + text(otherLog, differing));
        }

        private static String text(RaftLog log, long index) {
            return index >= log.firstIndex()
                    ? Logs.text(log, index) : "a snapshot that ends in term " + log.termBefore();
        }

        private static Violation violation(Cluster cluster, int node, RaftLog log, long index, EverStood.Other other) {
            String name = cluster.name(node);
            String otherName = cluster.name(other.node());
            String had = other.command()
                    ? Logs.text(log.termAt(index), other.value())
                    : "one behind an entry of term " + other.value();
            String has = Logs.text(log, index)
                    + (other.command() ? "" : " behind an entry of term " + termBefore(log, index));
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
