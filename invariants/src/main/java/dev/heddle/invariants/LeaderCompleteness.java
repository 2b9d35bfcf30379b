package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Leader Completeness: if a log entry is committed in a given term, then that entry will be present
 * in the logs of the leaders for all higher-numbered terms (the paper, Figure 3, §5.4).
 *
 * <p>Kept are the entries ever seen committed, each with the current term of the first server whose
 * commit index was seen to cover it, and for each leadership the log it was last seen with. An entry
 * seen committed in term t must be in the log of every leadership of a term above t, whichever of
 * the two is seen first; entries that the leader has compacted are taken to be there. An entry at which a
 * snapshot ends was committed, too.
 *
 * <p>No false alarm. Let a server in term t cover index i, where it holds e, or a snapshot that ends with e.
 * <ol>
 *   <li>e was committed in some term u ≤ t: a leader moves its commit index in its own term, and a
 *       follower learns of it from a leader of a term that it then is in (Figure 2, AppendEntries
 *       rule 1), who by the same argument learnt of it in that term or before. Terms never go back,
 *       nor do they in a crash, as they are durable. And e is that entry by State Machine Safety.
 *   <li>In term u a majority stored an entry of term u at or behind i, and with it e (§5.3, §5.4.2).
 *       A leader of a term T > u got a vote from one of them, who stored the entry <i>before</i> it
 *       voted (afterwards it would have refused it, its term being T); so by §5.4.3 the leader's log
 *       contained e when it was elected, and from then on (Leader Append-Only).
 *   <li>T > t gives T > u. That the commit may come <i>after</i> the election (a deposed leader
 *       gets its last acknowledgements late) makes no difference to step 2.
 * </ol>
 * Later terms than u being noted for an entry only weakens the check. Configuration changes by joint
 * consensus keep step 2 (§6), as does the loss of what was not synced, since that was not
 * acknowledged.
 */
final class LeaderCompleteness extends RaftInvariant {
    static final String ID = "leader-completeness";

    LeaderCompleteness() {
        super(ID, Watch::new);
    }

    /** A node's time in office in one term. */
    private static final class Leadership {
        final int node;
        final long term;
        RaftLog log;

        Leadership(int node, long term) {
            this.node = node;
            this.term = term;
        }
    }

    private static final class Watch extends RaftMonitor implements PairwiseMonitor {
        private Committed committed;
        private List<Leadership> leaderships;
        /** The last leadership of each node, or null. */
        private Leadership[] latest;
        private long highestTermLed = -1;

        @Override
        void start(int nodes) {
            committed = new Committed(nodes);
            leaderships = new ArrayList<>();
            latest = new Leadership[nodes];
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            RaftLog log = view.log();
            long end = Logs.committedEnd(view, log);
            Violation violation =
                    committed.unchanged(node, log, end) ? null : checkCommitted(cluster, node, view, end);
            return violation == null && view.leader() ? checkLeader(cluster, node, view) : violation;
        }

        /** The node may have committed more: is it in the logs of the leaders of higher terms? */
        private Violation checkCommitted(Cluster cluster, int node, RaftView view, long end) {
            RaftLog log = view.log();
            long from = committed.lookAgainFrom(node, log, end);
            long compacted = committed.addCompacted(log, node, view.term());
            Violation violation = compacted > 0 ? checkAgainstLeaderships(cluster, compacted) : null;
            for (long index = from; index <= end && violation == null; index++) {
                if (!committed.knows(index)) {
                    committed.add(index, log, node, view.term());
                    violation = checkAgainstLeaderships(cluster, index);
                } else if (committed.complete(index, log)) {
                    violation = checkAgainstLeaderships(cluster, index);
                }
            }
            return violation;
        }

        private Violation checkAgainstLeaderships(Cluster cluster, long index) {
            if (committed.seenIn(index) >= highestTermLed) {
                return null;
            }
            for (Leadership leadership : leaderships) {
                if (committed.seenIn(index) < leadership.term && lacks(leadership.log, index)) {
                    return violation(cluster, leadership, index);
                }
            }
            return null;
        }

        /** The node leads: is everything committed in lower terms in its log, as far as that has changed? */
        private Violation checkLeader(Cluster cluster, int node, RaftView view) {
            RaftLog log = view.log();
            Leadership leadership = latest[node];
            if (leadership == null || leadership.term != view.term()) {
                leadership = leadershipOf(node, view.term());
                latest[node] = leadership;
            }
            if (leadership.log == log) {
                return null;
            }
            RaftLog before = leadership.log;
            leadership.log = log;
            long from = Math.max(committed.firstIndex(), Logs.firstChanged(log, before));
            for (long index = from; index <= committed.lastIndex(); index++) {
                if (committed.knows(index) && committed.seenIn(index) < leadership.term && lacks(log, index)) {
                    return violation(cluster, leadership, index);
                }
            }
            return null;
        }

        @Override
        public Object memory() {
            return committed == null
                    ? List.of()
                    : List.of(committed.entries(),
                            leaderships.stream().map(l -> List.of(l.node, l.term, l.log)).toList());
        }

        private Leadership leadershipOf(int node, long term) {
            for (Leadership known : leaderships) {
                if (known.node == node && known.term == term) {
                    return known;
                }
            }
            Leadership fresh = new Leadership(node, term);
            leaderships.add(fresh);
            highestTermLed = Math.max(highestTermLed, term);
            return fresh;
        }

        private boolean lacks(RaftLog log, long index) {
            return index >= log.firstIndex() && (index > log.lastIndex() || !committed.agrees(log, index));
        }

        private Violation violation(Cluster cluster, Leadership leadership, long index) {
            String leader = cluster.name(leadership.node);
            String instead = index > leadership.log.lastIndex()
                    ? ""
                    : " has " + Logs.text(leadership.log, index) + " and";
            int committer = committed.committer(index);
            return Violation.of(ID, names(cluster, leadership.node, committer),
                    leader + ", leader of term " + leadership.term + "," + instead + " lacks " + committed.text(index)
                            + " at index " + index + ", which " + cluster.name(committer)
                            + " had committed in term " + committed.seenIn(index));
        }
    }
}
