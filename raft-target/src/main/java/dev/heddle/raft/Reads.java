package dev.heddle.raft;

import dev.heddle.raft.Leadership.Read;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads without an entry in the log (thesis §6.4): a leader that has committed an entry of its term
 * answers them once a majority has confirmed that it still led after they arrived, or at once while
 * it holds a lease.
 */
final class Reads {

    private final Cluster cluster;
    private final RaftFeatures features;
    private final ClientRules rules;
    private final MembershipRules membershipRules;
    private final long leaseNanos;

    Reads(RaftSetup setup, Cluster cluster) {
        this.cluster = cluster;
        this.features = setup.features();
        this.rules = setup.rules().clients();
        this.membershipRules = setup.rules().membership();
        this.leaseNanos = rules.leaseTime().nanos(
                setup.timing().electionMin().toNanos(), features.lease().maxDrift().toNanos());
    }

    /** A read arrived at the leader: it is answered, or it waits for the round that begins, or for a commitment. */
    RaftState add(RaftState leader, long ticket, long nowNanos, Effects effects) {
        if (!rules.readStart().possible(leader)) {
            return leader.withLeadership(leader.leadership().with(new Read(ticket, 0)));
        }
        if (holdsLease(leader, nowNanos)) {
            effects.answer(ticket, Answer.Plain.READ_NOW);
            return leader;
        }
        RaftState begun = nextRound(leader, nowNanos);
        Leadership leadership = begun.leadership();
        return begun.withLeadership(leadership.with(new Read(ticket, leadership.rounds().current())));
    }

    /** The leader with one more round of heartbeats begun. */
    RaftState nextRound(RaftState leader, long nowNanos) {
        Leadership leadership = leader.leadership();
        Rounds rounds = leadership.rounds() == Rounds.NONE ? Rounds.of(cluster.size()) : leadership.rounds();
        return leader.withLeadership(leadership.withRounds(rounds.next(nowNanos)));
    }

    /** The leader has committed more: reads that waited for an entry of its term begin a round. */
    RaftState startWaiting(RaftState leader, long nowNanos) {
        List<Read> reads = leader.leadership().reads();
        if (reads.stream().noneMatch(read -> read.round() == 0) || !rules.readStart().possible(leader)) {
            return leader;
        }
        RaftState begun = nextRound(leader, nowNanos);
        long round = begun.leadership().rounds().current();
        return begun.withLeadership(begun.leadership().withReads(
                reads.stream().map(read -> read.round() == 0 ? new Read(read.ticket(), round) : read).toList()));
    }

    /** A server answered a call of a round of this leadership. */
    RaftState answered(RaftState leader, int peer, long round) {
        Leadership leadership = leader.leadership();
        return round == 0 ? leader
                : leader.withLeadership(leadership.withRounds(leadership.rounds().answered(peer, round)));
    }

    /** Answers the reads that a majority has confirmed; what is committed is applied by then. */
    RaftState answerConfirmed(RaftState leader, Effects effects) {
        Leadership leadership = leader.leadership();
        List<Read> left = new ArrayList<>();
        for (Read read : leadership.reads()) {
            if (read.round() > 0 && isConfirmed(leader, read.round())) {
                effects.answer(read.ticket(), Answer.Plain.READ_NOW);
            } else {
                left.add(read);
            }
        }
        return left.size() == leadership.reads().size()
                ? leader : leader.withLeadership(leadership.withReads(List.copyOf(left)));
    }

    private boolean isConfirmed(RaftState leader, long round) {
        long confirming = Cluster.bit(cluster.selfPosition());
        for (int server = 0; server < cluster.size(); server++) {
            if (rules.readConfirmation().confirms(leader.leadership().rounds().answeredBy(server), round)) {
                confirming |= Cluster.bit(server);
            }
        }
        return voters(leader).majority(confirming);
    }

    /**
     * Thesis §6.4.1: those who answered a round vote for nobody for an election timeout after it began. A
     * leader that told another server to stand has given that up: such a candidate is not disregarded.
     */
    private boolean holdsLease(RaftState leader, long nowNanos) {
        Leadership leadership = leader.leadership();
        Rounds rounds = leadership.rounds();
        if (!features.lease().on() || leadership.timeoutNowSent() || rounds.current() == 0) {
            return false;
        }
        long round = voters(leader).reached(
                rounds.allAnswered(cluster.selfPosition()), ReplicationRules.CORRECT.quorumIndex());
        return rounds.remembers(round) && nowNanos - rounds.begunNanos(round) < leaseNanos;
    }

    private Voters voters(RaftState leader) {
        return cluster.voters(membershipRules.leaderMembership().of(leader));
    }
}
