package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Core;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.strategy.Workload;
import java.time.Duration;
import java.util.BitSet;
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
 *
 * <p>Where links are severed for good, Raft promises nothing by itself (Howard and Abraham, "Raft does not guarantee
 * liveness in the face of network faults", 2020). With PreVote and CheckQuorum (the thesis, §9.6 and §6.2) it does as
 * long as there is a core, a majority of the members that reach each other both ways: a leader that no majority
 * answers gives up; then the member of the core with the best log gets the core's pre-votes and votes, if nobody does
 * before; and once a majority hears a leader and answers it, no other server gets a majority's pre-votes,
 * so no term rises any more. It is asked of servers that all go by one and the same membership; and as each of several
 * leaders in turn might look well for a moment, the last one must have stayed. Members that the leader does not reach,
 * or that do not reach it, need not follow. Without a core even they promise nothing: the one server that a
 * majority reaches may lack entries (Ng, Haridi, Carbone, "Omni-Paxos", EuroSys 2023).
 */
final class Convergence implements Invariant {
    static final String ID = "convergence";

    private final Duration stays;

    /** @param stays how long a leader must stay where links are severed, or null where that promises nothing */
    Convergence(Duration stays) {
        this.stays = stays;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Monitor newMonitor() {
        return new Watch();
    }

    private final class Watch implements FairEndMonitor {
        private int leader = -1;
        private long term = -1;
        private long sinceNanos;

        @Override
        public boolean isOwedBy(Cluster cluster) {
            return FairEndMonitor.super.isOwedBy(cluster) || stays != null && hasCore(cluster);
        }

        @Override
        public Violation owed(Cluster cluster) {
            boolean changed = changed(cluster);
            if (!FairEndMonitor.super.isOwedBy(cluster) && changed) {
                return Violation.of(ID, leader < 0 ? List.of() : List.of(cluster.name(leader)),
                        "no leader stays although a majority is connected; "
                                + (leader < 0 ? "now there is none" : "now it is " + cluster.name(leader))
                                + ", in term " + term);
            }
            return leader < 0
                    ? Violation.of(ID, List.of(), "nobody leads after a fair run without faults")
                    : missing(cluster, leader, (RaftView) cluster.view(leader));
        }

        /** Whether another leader, or none, was seen less than the time ago for which one must stay. */
        private boolean changed(Cluster cluster) {
            int present = leaderOf(cluster);
            long presentTerm = present < 0 ? term : ((RaftView) cluster.view(present)).term();
            if (present != leader || presentTerm != term) {
                leader = present;
                term = presentTerm;
                sinceNanos = cluster.nowNanos();
            }
            return stays != null && term >= 0 && cluster.nowNanos() - sinceNanos < stays.toNanos();
        }
    }

    private static Violation missing(Cluster cluster, int leader, RaftView view) {
        String name = cluster.name(leader);
        if (!commits(cluster, view)) {
            return Violation.of(ID, List.of(name), name + ", leader of term " + view.term()
                    + ", commits nothing of its term in a fair run without faults: its commit index is "
                    + view.commitIndex() + ", its log ends at " + view.log().lastIndex());
        }
        return straggler(cluster, leader, view);
    }

    /** Whether all servers go by the same membership, of which a majority reach each other. */
    private static boolean hasCore(Cluster cluster) {
        Set<String> members = null;
        BitSet voters = new BitSet();
        for (int node = 0; node < cluster.size(); node++) {
            if (!(cluster.view(node) instanceof RaftView view) || view.inTransition()
                    || node > 0 && !sameMembers(members, view.members())) {
                return false;
            }
            members = view.members();
            voters.set(node, members == null || members.contains(cluster.name(node)));
        }
        return Core.hasMajority(voters, cluster::connected);
    }

    private static boolean sameMembers(Set<String> some, Set<String> others) {
        return some == null ? others == null : some.equals(others);
    }

    private static int leaderOf(Cluster cluster) {
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

    /** A member that does not follow although it and the leader reach each other, if there is one. */
    private static Violation straggler(Cluster cluster, int leader, RaftView led) {
        Set<String> members = led.members();
        for (int node = 0; node < cluster.size(); node++) {
            String name = cluster.name(node);
            boolean inTouch = cluster.connected(leader, node) && cluster.connected(node, leader);
            if (inTouch && (members == null || members.contains(name)) && cluster.view(node) instanceof RaftView view
                    && (view.term() != led.term() || view.commitIndex() < led.commitIndex())) {
                return Violation.of(ID, List.of(cluster.name(leader), name), name + " does not follow "
                        + cluster.name(leader) + " after a fair run without faults: it is in term " + view.term()
                        + " and has committed up to " + view.commitIndex() + ", the leader in term " + led.term()
                        + " up to " + led.commitIndex());
            }
        }
        return null;
    }
}
