package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Violation;
import java.util.List;

/**
 * The commit index increases monotonically and lies within the log (the paper, Figure 2: "State",
 * and AppendEntries rule 5).
 *
 * <p>No property of Figure 3 but a sign that one is about to break, hence not among {@link
 * RaftInvariants#all()}: it ends an execution early, before the breakage that its reader knows by
 * name.
 *
 * <p>No false alarm: it is volatile, so it is compared only within one {@link
 * RaftView#incarnation()}; a server commits only what its log holds, or a snapshot that its log
 * starts after.
 */
final class CommitIndex extends RaftInvariant {
    static final String ID = "commit-index";

    CommitIndex() {
        super(ID, Watch::new);
    }

    private static final class Watch extends RaftMonitor {
        private long[] indexes;
        private Object[] incarnations;

        @Override
        void start(int nodes) {
            indexes = new long[nodes];
            incarnations = new Object[nodes];
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            long index = view.commitIndex();
            Object incarnation = view.incarnation();
            long before = incarnations[node] == incarnation ? indexes[node] : 0;
            indexes[node] = index;
            incarnations[node] = incarnation;
            String name = cluster.name(node);
            if (index < before) {
                return new Violation(ID, List.of(name), "moved-back",
                        "the commit index of " + name + " went back from " + before + " to " + index);
            }
            long last = view.log().lastIndex();
            return index <= last ? null : new Violation(ID, List.of(name), "beyond-log",
                    "the commit index of " + name + " is " + index + ", its log ends at " + last);
        }

        @Override
        void down(int node) {
            indexes[node] = 0;
            incarnations[node] = null;
        }
    }
}
