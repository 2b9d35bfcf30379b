package dev.heddle.raft;

/** A candidate's request for a vote (§5.2, §5.4), with the index and term of its last log entry. */
public record RequestVote(long term, String candidate, long lastLogIndex, long lastLogTerm) implements Message {

    @Override
    public String from() {
        return candidate;
    }

    @Override
    public String toString() {
        return "RequestVote{term=" + term + " candidate=" + candidate
                + " lastLogIndex=" + lastLogIndex + " lastLogTerm=" + lastLogTerm + "}";
    }
}
