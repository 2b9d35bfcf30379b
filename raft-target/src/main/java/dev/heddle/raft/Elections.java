package dev.heddle.raft;

import dev.heddle.raft.RequestVote.Purpose;

/** Elections: who stands, who votes, who wins (§5.2, §5.4.1; thesis §9.6, §3.10). */
final class Elections {

    private final Cluster cluster;
    private final RaftFeatures features;
    private final ElectionRules rules;
    private final MembershipRules membershipRules;
    private final ReplicationRules.LeaderStart leaderStart;
    private final Terms terms;
    private final Replication replication;
    private final Votes noVotes;

    Elections(RaftSetup setup, Cluster cluster, Terms terms, Replication replication) {
        this.cluster = cluster;
        this.features = setup.features();
        this.rules = setup.rules().election();
        this.membershipRules = setup.rules().membership();
        this.leaderStart = setup.rules().replication().leaderStart();
        this.terms = terms;
        this.replication = replication;
        this.noVotes = rules.tally().none();
    }

    /** §5.2: without a leader for an election timeout, a server stands for election. */
    RaftState timeout(RaftState state, long nowNanos, Effects effects) {
        if (!mayStand(state)) {
            return state;
        }
        if (terms.isBoundByLease(state, nowNanos)) {
            effects.arm(Timer.ELECTION);
            return state;
        }
        return rules.leaderProtection().asksFirst(features.preVote()) ? askBeforeStanding(state, nowNanos, effects)
                : stand(state, Purpose.ELECTION, nowNanos, effects);
    }

    /** Thesis §3.10: the leader of this term wants this server to lead, now. */
    RaftState timeoutNow(RaftState state, TimeoutNow call, long nowNanos, Effects effects) {
        return call.term() == state.currentTerm() && state.role() != Role.LEADER && mayStand(state)
                ? stand(state, Purpose.TRANSFER, nowNanos, effects)
                : state;
    }

    private boolean mayStand(RaftState state) {
        return cluster.voters(membershipRules.candidateMembership().of(state)).has(cluster.selfPosition())
                || membershipRules.outsider().stands(state);
    }

    /** Thesis §9.6: asks for votes without binding anybody, itself included. */
    private RaftState askBeforeStanding(RaftState state, long nowNanos, Effects effects) {
        armForCalls(state, effects);
        Membership membership = membershipRules.candidateMembership().of(state);
        RaftState asking = state.preCandidate(ownVote(membership), cluster.peers(membership));
        if (won(asking)) {
            return stand(asking, Purpose.ELECTION, nowNanos, effects);
        }
        requestVotes(asking, Purpose.PRE_VOTE, effects);
        return asking;
    }

    /** §5.2: a candidate starts the next term, votes for itself and asks the others. */
    private RaftState stand(RaftState state, Purpose purpose, long nowNanos, Effects effects) {
        armForCalls(state, effects);
        Membership membership = membershipRules.candidateMembership().of(state);
        RaftState candidate = state.candidate(cluster.self(), ownVote(membership), cluster.peers(membership));
        requestVotes(candidate, purpose, effects);
        return becomeLeaderIfElected(candidate, nowNanos, effects);
    }

    private static void armForCalls(RaftState state, Effects effects) {
        if (state.role() == Role.FOLLOWER) {
            effects.arm(Timer.RETRY);
        }
        effects.arm(Timer.ELECTION);
    }

    /** A candidate's own vote, which counts if it is a member. */
    private Votes ownVote(Membership membership) {
        Votes none = membership != null && membership.joint() ? new JointVotes(membership, noVotes, noVotes) : noVotes;
        return cluster.voters(membership).has(cluster.selfPosition()) ? none.grant(cluster.self()) : none;
    }

    /** §5.1: vote requests that were not answered in time are made again. */
    void retry(RaftState state, Effects effects) {
        requestVotes(state, state.role() == Role.PRE_CANDIDATE ? Purpose.PRE_VOTE : Purpose.ELECTION, effects);
    }

    /** Sends RequestVote to those that have not answered in this candidacy. */
    private void requestVotes(RaftState state, Purpose purpose, Effects effects) {
        Log log = state.log();
        long term = purpose == Purpose.PRE_VOTE ? state.currentTerm() + 1 : state.currentTerm();
        Message call = new RequestVote(term, cluster.self(), log.lastIndex(), log.lastTerm(), purpose);
        for (int peer = 0; peer < cluster.size(); peer++) {
            if (state.awaits(peer)) {
                effects.send(cluster.name(peer), call);
            }
        }
    }

    /** Figure 2, RequestVote; {@code before} is the server before it looked at the call's term. */
    RaftState requestVote(RaftState before, RaftState state, RequestVote call, long nowNanos, Effects effects) {
        if (call.purpose() == Purpose.PRE_VOTE) {
            preVote(state, call, nowNanos, effects);
            return state;
        }
        boolean steppedDown = before.role() != Role.FOLLOWER && before.currentTerm() < state.currentTerm();
        boolean granted = !terms.disregards(state, call, nowNanos)
                && rules.voteGrant().grants(state, call, steppedDown);
        effects.send(call.candidate(), new VoteReply(state.currentTerm(), cluster.self(), granted));
        if (!granted) {
            return state;
        }
        RaftState voter = state.role() == Role.PRE_CANDIDATE ? terms.stepDown(state, effects) : state;
        effects.arm(Timer.ELECTION);
        return voter.withVotedFor(call.candidate());
    }

    /** Thesis §9.6: would this server vote for the candidate? Its own vote of this term does not matter. */
    private void preVote(RaftState state, RequestVote call, long nowNanos, Effects effects) {
        boolean granted = rules.preVoteGrant().grants(state, call, terms.hearsLeader(state, nowNanos));
        effects.send(call.candidate(), new VoteReply(granted ? call.term() : state.currentTerm(), cluster.self(),
                granted, Purpose.PRE_VOTE));
    }

    /** §5.2: a candidate collects the votes of its term. */
    RaftState voteReply(RaftState state, VoteReply reply, long nowNanos, Effects effects) {
        if (reply.purpose() == Purpose.PRE_VOTE) {
            return preVoteReply(state, reply, nowNanos, effects);
        }
        if (state.role() != Role.CANDIDATE || !rules.voteReplyFilter().counts(reply.term(), state.currentTerm())) {
            return state;
        }
        return becomeLeaderIfElected(counted(state, reply), nowNanos, effects);
    }

    private RaftState preVoteReply(RaftState state, VoteReply reply, long nowNanos, Effects effects) {
        long expectedTerm = reply.granted() ? state.currentTerm() + 1 : state.currentTerm();
        if (state.role() != Role.PRE_CANDIDATE || reply.term() != expectedTerm) {
            return state;
        }
        RaftState asking = counted(state, reply);
        return won(asking) ? stand(asking, Purpose.ELECTION, nowNanos, effects) : asking;
    }

    private RaftState counted(RaftState state, VoteReply reply) {
        Votes votes = reply.granted() ? state.votes().grant(reply.voter()) : state.votes();
        return state.withVotes(votes, state.unanswered() & ~Cluster.bit(cluster.position(reply.voter())));
    }

    private boolean won(RaftState candidate) {
        if (candidate.votes() instanceof JointVotes joint) {
            return joint.won();
        }
        Voters voters = cluster.voters(membershipRules.candidateMembership().of(candidate));
        return 2 * candidate.votes().count() > Long.bitCount(voters.all());
    }

    /** §5.2: a candidate with the votes of a majority leads, and says so at once with a heartbeat. */
    private RaftState becomeLeaderIfElected(RaftState candidate, long nowNanos, Effects effects) {
        if (!won(candidate)) {
            return candidate;
        }
        if (features.checkQuorum()) {
            effects.arm(Timer.ELECTION);
        } else {
            effects.cancel(Timer.ELECTION);
        }
        effects.arm(Timer.HEARTBEAT);
        RaftState leader = leaderStart.initialize(candidate.leading(cluster.self(), noVotes), effects);
        return replication.begin(leader, nowNanos, effects);
    }
}
