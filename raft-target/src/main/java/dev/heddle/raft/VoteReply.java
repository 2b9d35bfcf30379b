package dev.heddle.raft;

/** A voter's answer to {@link RequestVote} (§5.2), with the voter's current term. */
public record VoteReply(long term, String voter, boolean granted) implements Message {

    @Override
    public String from() {
        return voter;
    }

    @Override
    public String toString() {
        return "VoteReply{term=" + term + " voter=" + voter + " granted=" + granted + "}";
    }
}
