package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Election Safety: at most one leader can be elected in a given term (the paper, Figure 3, §5.2).
 *
 * <p>Over the whole execution, not at one moment: who led which term is remembered across crashes.
 *
 * <p>No false alarm: this is the property itself. It speaks of elections, and a server that takes
 * itself for the leader of its term has been elected in it; that one server leads a term twice is
 * no breach.
 */
final class ElectionSafety extends RaftInvariant {
    static final String ID = "election-safety";

    ElectionSafety() {
        super(ID, Watch::new);
    }

    private static final class Watch extends RaftMonitor implements PairwiseMonitor {
        private static final long NONE = -1;
        private long[] lastLed;
        private Map<Long, Integer> leaders;

        @Override
        void start(int nodes) {
            lastLed = new long[nodes];
            Arrays.fill(lastLed, NONE);
            leaders = new HashMap<>();
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            if (!view.leader() || view.term() == lastLed[node]) {
                return null;
            }
            long term = view.term();
            lastLed[node] = term;
            Integer leader = leaders.putIfAbsent(term, node);
            return leader == null || leader == node ? null : Violation.of(ID, names(cluster, leader, node),
                    cluster.name(leader) + " and " + cluster.name(node) + " were both elected in term " + term);
        }

        @Override
        public Object memory() {
            return leaders == null ? Map.of() : Map.copyOf(leaders);
        }

        @Override
        public boolean takesTwo() {
            return true;
        }
    }
}
