package dev.heddle.raft;

import java.util.ArrayList;
import java.util.List;

/**
 * How a change of the membership begins (§6): new servers are brought up to date first, without a vote, as a
 * majority that needs them would have to wait for them (thesis §4.2.1).
 *
 * <p>The change begins after the first round that was over before an election timeout expired. It is given up
 * after {@link #MAX_ROUNDS} rounds that all took longer, and when a new server has not answered for an election
 * timeout.
 */
final class MembershipChanges {

    static final int MAX_ROUNDS = 10;

    private final Cluster cluster;
    private final boolean checkQuorum;
    private final MembershipRules rules;
    private final Replication replication;

    MembershipChanges(RaftSetup setup, Cluster cluster, Replication replication) {
        this.cluster = cluster;
        this.checkQuorum = setup.features().checkQuorum();
        this.rules = setup.rules().membership();
        this.replication = replication;
    }

    /** The leader is asked for a change that is possible. */
    RaftState begin(RaftState leader, ChangeMembership change, long ticket, long nowNanos, Effects effects) {
        long learners = cluster.bits(change.servers())
                & ~cluster.voters(rules.leaderMembership().of(leader)).all() & ~Cluster.bit(cluster.selfPosition());
        CatchUp catchUp = CatchUp.of(ticket, change.servers(), learners, leader.log().lastIndex());
        return learners == 0 ? append(leader, catchUp, nowNanos, effects) : round(leader, catchUp, effects);
    }

    private RaftState round(RaftState leader, CatchUp catchUp, Effects effects) {
        armUnlessRunning(effects);
        return replication.callAll(with(leader, catchUp), catchUp.learners(), effects);
    }

    /** A leader that checks its quorum has the timer running anyway. */
    private void armUnlessRunning(Effects effects) {
        if (!checkQuorum) {
            effects.arm(Timer.ELECTION);
        }
    }

    private RaftState append(RaftState leader, CatchUp catchUp, long nowNanos, Effects effects) {
        Membership current = cluster.membership(leader.log().membership());
        Membership first = rules.firstStep().towards(current, catchUp.target());
        effects.answer(catchUp.ticket(), new Answer.Appended(leader.log().lastIndex() + 1));
        return replication.append(leader, first, nowNanos, effects);
    }

    /** A server answered a call of this term. */
    RaftState answered(RaftState leader, Message reply, long nowNanos, Effects effects) {
        CatchUp catchUp = leader.leadership().catchUp();
        if (catchUp == null || reply.term() < leader.currentTerm() || !catchUp.has(cluster.position(reply.from()))) {
            return leader;
        }
        CatchUp heard = catchUp.heardFrom(cluster.position(reply.from()));
        if (!heard.reached(leader.progress())) {
            return with(leader, heard);
        }
        if (!heard.slow()) {
            return append(over(leader, effects), heard, nowNanos, effects);
        }
        return heard.round() < MAX_ROUNDS
                ? round(leader, heard.nextRound(leader.log().lastIndex()), effects)
                : giveUp(leader, names(heard.learners()) + " did not catch up in " + MAX_ROUNDS + " rounds", effects);
    }

    /** An election timeout expired at the leader. */
    RaftState electionTimeout(RaftState leader, Effects effects) {
        CatchUp catchUp = leader.leadership().catchUp();
        if (catchUp == null) {
            return leader;
        }
        if (catchUp.slow() && catchUp.silent() != 0) {
            return giveUp(leader, names(catchUp.silent()) + " does not answer", effects);
        }
        armUnlessRunning(effects);
        return with(leader, catchUp.slower());
    }

    /** The leader brings nobody up to date any more; the client is told why. */
    RaftState giveUp(RaftState leader, String reason, Effects effects) {
        CatchUp catchUp = leader.leadership().catchUp();
        if (catchUp == null) {
            return leader;
        }
        effects.answer(catchUp.ticket(), new Answer.Refused(reason));
        return over(leader, effects);
    }

    private RaftState over(RaftState leader, Effects effects) {
        if (!checkQuorum) {
            effects.cancel(Timer.ELECTION);
        }
        return with(leader, null);
    }

    private static RaftState with(RaftState leader, CatchUp catchUp) {
        return leader.withLeadership(leader.leadership().withCatchUp(catchUp));
    }

    private String names(long servers) {
        List<String> names = new ArrayList<>();
        for (long left = servers; left != 0; left &= left - 1) {
            names.add(cluster.name(Long.numberOfTrailingZeros(left)));
        }
        return String.join(", ", names);
    }
}
