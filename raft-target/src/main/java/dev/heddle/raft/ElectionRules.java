package dev.heddle.raft;

/**
 * What elections decide (§5.2).
 *
 * @param tally how a candidate counts the votes it is granted
 * @param voteReplyFilter which answers to its vote requests a candidate regards
 * @param voteAfterRecognition what becomes of a server's vote when it hears from the leader of its term
 */
public record ElectionRules(
        Tally tally, VoteReplyFilter voteReplyFilter, VoteAfterRecognition voteAfterRecognition) {

    /** Raft: a set of voters; answers of the own term only; a vote stands for the whole of its term. */
    static final ElectionRules CORRECT = new ElectionRules(
            () -> VoterSet.EMPTY,
            (replyTerm, currentTerm) -> replyTerm == currentTerm,
            votedFor -> votedFor);

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

    public ElectionRules withTally(Tally tally) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition);
    }

    public ElectionRules withVoteReplyFilter(VoteReplyFilter voteReplyFilter) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition);
    }

    public ElectionRules withVoteAfterRecognition(VoteAfterRecognition voteAfterRecognition) {
        return new ElectionRules(tally, voteReplyFilter, voteAfterRecognition);
    }
}
