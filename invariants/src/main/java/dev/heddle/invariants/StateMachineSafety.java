package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Violation;
import java.util.HashMap;
import java.util.Map;

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
 * two servers cover different entries at an index only if the algorithm is broken. Of entries that are
 * compacted the last is compared by its term, where the log tells it, and the others not at all; nor are those
 * that a commit index counts before the log has them.
 *
 * <p>Where views show what the state machine holds ({@link RaftView#stateMachine()}), servers that have
 * applied up to the same index must hold the same: a state machine is deterministic (§2), however it got
 * there. So a snapshot with wrong contents is seen, although no entry tells.
 */
final class StateMachineSafety extends RaftInvariant {
    static final String ID = "state-machine-safety";

    StateMachineSafety() {
        super(ID, Watch::new);
    }

    /** What a state machine held, and on which node. */
    private record Contents(int node, Object value) {}

    private static final class Watch extends RaftMonitor {
        private Committed committed;
        private final Map<Long, Contents> contents = new HashMap<>();
        private long[] applied;
        private Object[] incarnations;

        @Override
        void start(int nodes) {
            committed = new Committed(nodes);
            applied = new long[nodes];
            incarnations = new Object[nodes];
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            RaftLog log = view.log();
            long end = Logs.committedEnd(view, log);
            if (committed.unchanged(node, log, end)) {
                return contents(cluster, node, view);
            }
            long from = committed.lookAgainFrom(node, log, end);
            committed.addCompacted(log, node, view.term());
            for (long index = from; index <= end; index++) {
                if (!committed.knows(index)) {
                    committed.add(index, log, node, view.term());
                } else if (!committed.agrees(log, index)) {
                    return violation(cluster, node, log, index);
                } else {
                    committed.complete(index, log);
                }
            }
            Violation violation = snapshot(cluster, node, log);
            return violation == null ? contents(cluster, node, view) : violation;
        }

        /** Compares the end of the snapshot that the log begins after with what was committed there. */
        private Violation snapshot(Cluster cluster, int node, RaftLog log) {
            long index = log.firstIndex() - 1;
            long term = log.termBefore();
            if (term == RaftLog.UNKNOWN_TERM || !committed.knows(index) || committed.term(index) == term) {
                return null;
            }
            int first = committed.committer(index);
            return new Violation(ID, names(cluster, first, node), "snapshot", cluster.name(first) + " committed "
                    + committed.text(index) + " at index " + index + ", " + cluster.name(node)
                    + " has a snapshot that ends there in term " + term);
        }

        /** Compares what the state machine holds with those that had applied as much. */
        private Violation contents(Cluster cluster, int node, RaftView view) {
            long applied = view.lastApplied();
            if (incarnations[node] == view.incarnation() && this.applied[node] == applied) {
                return null;
            }
            incarnations[node] = view.incarnation();
            this.applied[node] = applied;
            Object shown = view.stateMachine();
            Contents known = shown == null ? null : contents.putIfAbsent(applied, new Contents(node, shown));
            return known == null || known.value.equals(shown) ? null : new Violation(
                    ID, names(cluster, known.node, node), "contents",
                    cluster.name(known.node) + " and " + cluster.name(node)
                            + " hold different states after applying up to index " + applied + ": "
                            + Text.line(known.value.toString()) + " and " + Text.line(shown.toString()));
        }

        private Violation violation(Cluster cluster, int node, RaftLog log, long index) {
            int first = committed.committer(index);
            return Violation.of(ID, names(cluster, first, node), cluster.name(first) + " committed "
                    + committed.text(index) + " at index " + index + ", " + cluster.name(node)
                    + (first == node ? " now " : " ") + "committed " + Logs.text(log, index) + " there");
        }
    }
}
