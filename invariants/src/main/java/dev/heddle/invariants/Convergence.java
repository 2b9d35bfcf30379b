package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.strategy.Workload;
import java.util.List;
import java.util.Set;

/**
 * Convergence: once faults have stopped and everything runs fairly, within the time that the target
 * claims a leader emerges, all members are in its term, what it appends in that term is committed, and all
 * members know it (the paper, §5.2 and §5.6; the thesis, §3.9).
 *
 * <p>Asked for only while an execution settles. If the target has a probe, which must be a command that is
 * appended to the log, an entry of the leader's own term must be committed; without one, those that there
 * are.
 *
 * <p>No false alarm. In a fair end messages take no time, so a candidate's election is over before the
 * next timer fires. A server whose log is behind may fire first and is refused, but does not put off the
 * others, as only a vote that is given and a leader do so (§5.2); the first of those that a majority votes
 * for wins. That takes two election timeouts at most, and with PreVote or CheckQuorum one more. Members
 * that are down, or that stopped, need not follow. A server that was removed and does not know may depose
 * leaders for ever (§6), but between two of its elections there is time for all this, and once is enough.
 */
final class Convergence implements Invariant {
    static final String ID = "convergence";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Monitor newMonitor() {
        FairEndMonitor monitor = Convergence::owed;
        return monitor;
    }

    /** What is missing, or null. */
    private static Violation owed(Cluster cluster) {
        int leader = leader(cluster);
        if (leader < 0) {
            return Violation.of(ID, List.of(), "nobody leads after a fair run without faults");
        }
        RaftView view = (RaftView) cluster.view(leader);
        String name = cluster.name(leader);
        if (!commits(cluster, view)) {
            return Violation.of(ID, List.of(name), name + ", leader of term " + view.term()
                    + ", commits nothing of its term in a fair run without faults: its commit index is "
                    + view.commitIndex() + ", its log ends at " + view.log().lastIndex());
        }
        return straggler(cluster, name, view);
    }

    private static int leader(Cluster cluster) {
        int leader = -1;
        long term = -1;
        for (int node = 0; node < cluster.size(); node++) {
            if (cluster.view(node) instanceof RaftView view && view.leader() && view.term() > term) {
                leader = node;
                term = view.term();
            }
        }
        return leader;
    }

    private static boolean commits(Cluster cluster, RaftView leader) {
        RaftLog log = leader.log();
        boolean probed = cluster.clients().stream().anyMatch(event -> event.client().equals(Workload.PROBER));
        if (!endsInTerm(log, leader.term())) {
            return !probed;
        }
        return leader.commitIndex() >= log.lastIndex();
    }

    private static boolean endsInTerm(RaftLog log, long term) {
        boolean compacted = log.lastIndex() < log.firstIndex();
        long last = compacted ? log.termBefore() : log.termAt(log.lastIndex());
        return last == term || compacted && log.firstIndex() > 1 && last == RaftLog.UNKNOWN_TERM;
    }

    /** A member that does not follow, if there is one. */
    private static Violation straggler(Cluster cluster, String leader, RaftView led) {
        Set<String> members = led.members();
        for (int node = 0; node < cluster.size(); node++) {
            String name = cluster.name(node);
            if ((members == null || members.contains(name)) && cluster.view(node) instanceof RaftView view
                    && (view.term() != led.term() || view.commitIndex() < led.commitIndex())) {
                return Violation.of(ID, List.of(leader, name), name + " does not follow " + leader
                        + " after a fair run without faults: it is in term " + view.term() + " and has committed up to "
                        + view.commitIndex() + ", the leader in term " + led.term() + " up to " + led.commitIndex());
            }
        }
        return null;
    }
}
