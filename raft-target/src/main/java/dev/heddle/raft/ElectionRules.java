package dev.heddle.raft;

/**
 * What elections decide (§5.2, §5.4.1; thesis §9.6).
 *
 * @param tally how a candidate counts the votes it is granted
 * @param voteReplyFilter which answers to its vote requests a candidate regards
 * @param voteAfterRecognition what becomes of a server's vote when it hears from the leader of its term
 * @param voteGrant who gets a vote
 * @param preVoteGrant who is told that it would get one
 * @param newTerm what a server takes into a newer term
 * @param leaderProtection what spares a leader the candidacies of those that do not hear it
 * @param resignation which leaders give up by themselves
 */
public record ElectionRules(
        Tally tally, VoteReplyFilter voteReplyFilter, VoteAfterRecognition voteAfterRecognition,
        VoteGrant voteGrant, PreVoteGrant preVoteGrant, NewTerm newTerm, LeaderProtection leaderProtection,
        Resignation resignation) {

    /** Raft: a set of voters; answers of the own term only; a vote stands for the whole of its term. */
    static final ElectionRules CORRECT = new ElectionRules(
            () -> VoterSet.EMPTY,
            (replyTerm, currentTerm) -> replyTerm == currentTerm,
            votedFor -> votedFor,
            ElectionRules::firstComeFirstServedIfUpToDate,
            (state, call, hearsLeader) ->
                    !hearsLeader && call.term() > state.currentTerm() && isUpToDate(call, state.log()),
            (before, follower) -> follower,
            new LeaderProtection() { },
            majorityAnswered -> !majorityAnswered);

    /** Makes the count of a candidacy. */
    @FunctionalInterface
    public interface Tally {
        /** The count before anyone has voted. */
        Votes none();
    }

    /** Tells whether a candidate regards an answer. */
    @FunctionalInterface
    public interface VoteReplyFilter {
        /** Whether an answer of {@code replyTerm} counts in {@code currentTerm}, which is not lower. */
        boolean counts(long replyTerm, long currentTerm);
    }

    /** Decides what a server that recognises the leader of its own term has voted in that term. */
    @FunctionalInterface
    public interface VoteAfterRecognition {
        /** The vote from now on, null for none. */
        String vote(String votedFor);
    }

    /** Decides whether a server votes for a candidate. */
    @FunctionalInterface
    public interface VoteGrant {
        /**
         * Whether the candidate gets the vote; its term is not higher than the server's.
         *
         * @param steppedDown whether the server led or stood for election itself until this call told it of its term
         */
        boolean grants(RaftState state, RequestVote call, boolean steppedDown);
    }

    /** Decides whether a server would vote for a candidate. */
    @FunctionalInterface
    public interface PreVoteGrant {
        /**
         * Whether the candidate would get the vote; {@code hearsLeader} if the server has no need of another
         * leader.
         */
        boolean grants(RaftState state, RequestVote call, boolean hearsLeader);
    }

    /** Decides what a server knows that has just seen a newer term. */
    @FunctionalInterface
    public interface NewTerm {
        /** The server in the new term, given what it was before and the follower that it becomes. */
        RaftState enter(RaftState before, RaftState follower);
    }

    /** Keeps servers that hear no leader from deposing one that others hear (§6; thesis §4.2.3, §9.6). */
    public interface LeaderProtection {
        /** Whether a server asks before it stands for election, given whether PreVote is on. */
        default boolean asksFirst(boolean preVote) {
            return preVote;
        }

        /** Whether a request for a vote is disregarded, given whether the server hears a leader that it is bound to. */
        default boolean disregards(boolean bound) {
            return bound;
        }
    }

    /** Decides whether a leader that checks its quorum gives up (thesis §6.2). */
    @FunctionalInterface
    public interface Resignation {
        /** Whether it does, given whether a majority answered it within an election timeout. */
        boolean resigns(boolean majorityAnswered);
    }

    /** §5.2: one vote a term, first come first served; §5.4.1: to an up-to-date log only. */
    private static boolean firstComeFirstServedIfUpToDate(RaftState state, RequestVote call, boolean steppedDown) {
        return call.term() == state.currentTerm()
                && (state.votedFor() == null || state.votedFor().equals(call.candidate()))
                && isUpToDate(call, state.log());
    }

    /** §5.4.1: the later last term is more up to date; with the same last term, the longer log is. */
    private static boolean isUpToDate(RequestVote call, Log log) {
        return call.lastLogTerm() > log.lastTerm()
                || call.lastLogTerm() == log.lastTerm() && call.lastLogIndex() >= log.lastIndex();
    }

    public ElectionRules withTally(Tally tally) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }

    public ElectionRules withVoteReplyFilter(VoteReplyFilter voteReplyFilter) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }

    public ElectionRules withVoteAfterRecognition(VoteAfterRecognition voteAfterRecognition) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }

    public ElectionRules withVoteGrant(VoteGrant voteGrant) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }

    public ElectionRules withPreVoteGrant(PreVoteGrant preVoteGrant) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }

    public ElectionRules withNewTerm(NewTerm newTerm) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }

    public ElectionRules withLeaderProtection(LeaderProtection leaderProtection) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }

    public ElectionRules withResignation(Resignation resignation) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition, voteGrant, preVoteGrant, newTerm,
                leaderProtection, resignation);
    }
}
