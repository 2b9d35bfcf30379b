package dev.heddle.raft;

/** Terms and the leaders in them: how a server comes to follow, and whom it hears from (§5.1, §5.2). */
final class Terms {

    private final String self;
    private final RaftFeatures features;
    private final ElectionRules rules;
    private final Votes noVotes;
    private final long electionMinNanos;

    Terms(RaftSetup setup) {
        this.self = setup.self();
        this.features = setup.features();
        this.rules = setup.rules().election();
        this.noVotes = rules.tally().none();
        this.electionMinNanos = setup.timing().electionMin().toNanos();
    }

    /** §5.1: a server that sees a newer term adopts it and becomes a follower. */
    RaftState observe(RaftState state, long term, Effects effects) {
        if (term <= state.currentTerm()) {
            return state;
        }
        stopCalling(state, effects);
        return rules.newTerm().enter(state, state.inTerm(term, noVotes));
    }

    /**
     * The term of a message, or 0 if it is not the sender's own: a pre-vote speaks of a term in which
     * nobody is yet (thesis §9.6), and some requests are disregarded.
     */
    long termOf(RaftState state, Message message, long nowNanos) {
        if (message instanceof RequestVote call) {
            return call.purpose() == RequestVote.Purpose.PRE_VOTE || disregards(state, call, nowNanos)
                    ? 0 : call.term();
        }
        return message instanceof VoteReply reply && reply.purpose() == RequestVote.Purpose.PRE_VOTE && reply.granted()
                ? 0 : message.term();
    }

    /**
     * §6: a server that hears from a leader disregards requests for votes, as removed servers make them;
     * thesis §3.10: but not those that the leader itself asked for. A leader is heard by itself as long as
     * it checks that a majority hears it.
     */
    boolean disregards(RaftState state, RequestVote call, long nowNanos) {
        return (features.checkQuorum() || features.lease().on())
                && call.purpose() != RequestVote.Purpose.TRANSFER
                && rules.leaderProtection().disregards(
                        state.role() == Role.LEADER ? features.checkQuorum() : hearsLeader(state, nowNanos));
    }

    /** Whether less than the shortest election timeout went by since a leader was heard; a leader hears itself. */
    boolean hearsLeader(RaftState state, long nowNanos) {
        return state.role() == Role.LEADER || state.beyond().heardWithin(electionMinNanos, nowNanos);
    }

    /**
     * Whether an election timeout expired too early by the server's own clock for a leader's lease, which
     * relies on those who answered the leader (thesis §6.4.1).
     */
    boolean isBoundByLease(RaftState state, long nowNanos) {
        return features.lease().on() && state.beyond().heardWithin(electionMinNanos, nowNanos);
    }

    /** A server that starts may have answered a leader just before: it is bound as if it had. */
    RaftState started(RaftState state, long nowNanos) {
        return features.lease().on() ? state.withBeyond(state.beyond().heardAt(nowNanos)) : state;
    }

    /** §5.2: a call of the current term comes from its leader; a candidate gives way to it. */
    RaftState recogniseLeader(RaftState state, String leader, long nowNanos, Effects effects) {
        if (state.role() == Role.LEADER) {
            throw new IllegalStateException(
                    "term " + state.currentTerm() + " has two leaders: " + self + " and " + leader);
        }
        stopCalling(state, effects);
        effects.arm(Timer.ELECTION);
        RaftState follower = state.following(leader, rules.voteAfterRecognition().vote(state.votedFor()), noVotes);
        return features.needClock() ? follower.withBeyond(follower.beyond().heardAt(nowNanos)) : follower;
    }

    /** A candidate that grants its vote, or a leader that gives up, waits for a leader in the same term. */
    RaftState stepDown(RaftState state, Effects effects) {
        stopCalling(state, effects);
        return state.following(null, state.votedFor(), noVotes);
    }

    /** A server that returns to being a follower makes no more calls, waits for a leader, and leaves requests to it. */
    private static void stopCalling(RaftState state, Effects effects) {
        if (state.role() == Role.FOLLOWER) {
            return;
        }
        effects.cancel(Timer.RETRY);
        if (state.role() == Role.LEADER) {
            effects.cancel(Timer.HEARTBEAT);
            effects.arm(Timer.ELECTION);
            for (Leadership.Read read : state.leadership().reads()) {
                effects.answer(read.ticket(), Answer.Plain.NOT_LEADING);
            }
            CatchUp catchUp = state.leadership().catchUp();
            if (catchUp != null) {
                effects.answer(catchUp.ticket(), Answer.Plain.NOT_LEADING);
            }
        }
    }
}
