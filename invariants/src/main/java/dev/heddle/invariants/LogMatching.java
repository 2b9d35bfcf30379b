package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import java.util.Arrays;
import java.util.List;

/**
 * Log Matching: if two logs contain an entry with the same index and term, then the logs are
 * identical in all entries up through the given index (the paper, Figure 3, §5.3).
 *
 * <p>Over the logs as they are now, of the servers that are up, where both hold an entry.
 *
 * <p>How little has to be compared: call an index <i>sound</i> for two logs if, where their terms
 * there are equal, so are their commands there and (unless it is the first that both hold) their
 * terms at the index before. The property holds if and only if every index is sound: from equal
 * terms at an index, soundness gives an equal entry there and equal terms one before, and so on
 * down, which is the paper's own induction (§5.3). Soundness of an index depends on the entries at
 * it and before it only. So when a log changes from index k on, exactly the indexes from k on are to
 * be looked at again, with each other log; compaction only takes conditions away.
 *
 * <p>No false alarm: this is the property itself. It survives the loss of an unsynced end of a log,
 * as a leader makes at most one entry per index in its term, and leads it once.
 */
final class LogMatching extends RaftInvariant {
    static final String ID = "log-matching";

    LogMatching() {
        super(ID, Watch::new);
    }

    private static final class Watch extends RaftMonitor implements PairwiseMonitor {
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
            return from > log.lastIndex() ? null : compareWithOthers(cluster, node, log, from);
        }

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

        @Override
        void down(int node) {
            logs[node] = null;
        }

        @Override
        public Object memory() {
            return logs == null
                    ? List.of()
                    : Arrays.stream(logs).filter(log -> log != null && log.lastIndex() >= log.firstIndex()).toList();
        }

        @Override
        public boolean takesTwo() {
            return true;
        }
    }
}
