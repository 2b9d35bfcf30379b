package dev.heddle.raft;

/**
 * A follower's answer to {@link AppendEntries} (§5.3). On success {@code matchIndex} is the last
 * index at which the follower's log is known to equal the leader's; otherwise it is 0.
 */
public record AppendEntriesReply(long term, String follower, boolean success, long matchIndex) implements Message {

    @Override
    public String from() {
        return follower;
    }

    @Override
    public String toString() {
        return "AppendEntriesReply{term=" + term + " follower=" + follower
                + " success=" + success + " matchIndex=" + matchIndex + "}";
    }
}
