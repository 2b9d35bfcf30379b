package dev.heddle.raft;

import dev.heddle.raft.RequestVote.Purpose;

/**
 * A voter's answer to {@link RequestVote} (§5.2), with the voter's current term; a granted pre-vote
 * carries the term it was asked for instead.
 */
public record VoteReply(long term, String voter, boolean granted, Purpose purpose) implements Message {

    /** An answer in an ordinary election. */
    public VoteReply(long term, String voter, boolean granted) {
        this(term, voter, granted, Purpose.ELECTION);
    }

    @Override
    public String from() {
        return voter;
    }

    @Override
    public String toString() {
        return "VoteReply{term=" + term + " voter=" + voter + " granted=" + granted
                + (purpose == Purpose.ELECTION ? "" : " purpose=" + purpose) + "}";
    }
}
