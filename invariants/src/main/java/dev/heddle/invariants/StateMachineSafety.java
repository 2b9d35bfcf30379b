package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Violation;

/**
 * State Machine Safety: if a server has applied a log entry at a given index to its state machine,
 * no other server will ever apply a different log entry for the same index (the paper, Figure 3,
 * §5.4.3).
 *
 * <p>One history of committed entries for the whole execution; each server's entries up to its
 * commit index must agree with it, and those that nobody had committed yet are added. A server
 * applies what its commit index covers (Figure 2, "All servers"), hence committed counts as applied:
 * at once instead of some steps later. Only entries newly covered, or changed since, are compared.
 * The history outlives crashes; a recovered server that commits anew must agree with it.
 *
 * <p>No false alarm: committed entries, once covered by any server's commit index, are in the logs
 * of all later leaders (§5.4.3), and a server's log up to its commit index equals its leader's (a
 * follower moves its commit index only up to the last entry it has from the leader, Figure 2). So
 * two servers cover different entries at an index only if the algorithm is broken. Entries that are
 * compacted, or that a commit index counts before the log has them, are not compared.
 */
final class StateMachineSafety extends RaftInvariant {
    static final String ID = "state-machine-safety";

    StateMachineSafety() {
        super(ID, Watch::new);
    }

    private static final class Watch extends RaftMonitor {
        private Committed committed;

        @Override
        void start(int nodes) {
            committed = new Committed(nodes);
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            RaftLog log = view.log();
            long end = Logs.committedEnd(view, log);
            if (committed.unchanged(node, log, end)) {
                return null;
            }
            for (long index = committed.lookAgainFrom(node, log, end); index <= end; index++) {
                if (!committed.knows(index)) {
                    committed.add(index, log, node, view.term());
                } else if (!committed.agrees(log, index)) {
                    return violation(cluster, node, log, index);
                }
            }
            return null;
        }

        private Violation violation(Cluster cluster, int node, RaftLog log, long index) {
            int first = committed.committer(index);
            return Violation.of(ID, names(cluster, first, node), cluster.name(first) + " committed "
                    + committed.text(index) + " at index " + index + ", " + cluster.name(node)
                    + (first == node ? " now " : " ") + "committed " + Logs.text(log, index) + " there");
        }
    }
}
