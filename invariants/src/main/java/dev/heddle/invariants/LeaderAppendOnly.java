package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import java.util.Arrays;
import java.util.List;

/**
 * Leader Append-Only: a leader never overwrites or deletes entries in its log, it only appends new
 * ones (the paper, Figure 3, §5.3).
 *
 * <p>Checked between two looks at a server that leads the same term both times and was not down in
 * between; only if its log is another instance. Entries below {@link RaftLog#firstIndex()} are
 * compacted, not deleted.
 *
 * <p>No false alarm: a server that leaves office, by a newer term, a crash or a restart, cannot lead
 * the same term again, as it voted for itself and each candidacy begins a new term (§5.2). So the
 * two looks fall into one time in office, and what a crash takes from the end of a log is not seen.
 */
final class LeaderAppendOnly extends RaftInvariant {
    static final String ID = "leader-append-only";

    LeaderAppendOnly() {
        super(ID, Watch::new);
    }

    private static final class Watch extends RaftMonitor implements PairwiseMonitor {
        /** The log of each node that leads, null for others. */
        private RaftLog[] logs;
        private long[] terms;

        @Override
        void start(int nodes) {
            logs = new RaftLog[nodes];
            terms = new long[nodes];
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            if (!view.leader()) {
                logs[node] = null;
                return null;
            }
            RaftLog log = view.log();
            RaftLog before = logs[node];
            long term = view.term();
            if (log == before && term == terms[node]) {
                return null;
            }
            boolean stayed = before != null && term == terms[node];
            logs[node] = log;
            terms[node] = term;
            return stayed ? compare(cluster.name(node), term, before, log) : null;
        }

        private static Violation compare(String leader, long term, RaftLog before, RaftLog now) {
            long lost = now.commonPrefix(before) + 1;
            if (lost > before.lastIndex()) {
                return null;
            }
            String change = lost > now.lastIndex() ? " deleted " + Logs.text(before, lost)
                    : " overwrote " + Logs.text(before, lost) + " with " + Logs.text(now, lost);
            return Violation.of(ID, List.of(leader),
                    leader + ", leading term " + term + "," + change + " at index " + lost);
        }

        @Override
        void down(int node) {
            logs[node] = null;
        }

        @Override
        public Object memory() {
            return logs == null ? List.of() : List.of(Arrays.asList(logs.clone()), Arrays.toString(terms));
        }
    }
}
