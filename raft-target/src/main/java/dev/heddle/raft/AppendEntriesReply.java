package dev.heddle.raft;

/**
 * A follower's answer to {@link AppendEntries} (§5.3). On success {@code matchIndex} is the last
 * index at which the follower's log is known to equal the leader's; otherwise it is 0.
 *
 * @param conflict where the logs may differ, if the follower refuses and says so
 * @param round the round of the call
 */
public record AppendEntriesReply(
        long term, String follower, boolean success, long matchIndex, Conflict conflict, long round)
        implements Message {

    /**
     * A follower's hint to its leader (§5.3).
     *
     * @param term the term of the follower's entry at the leader's previous index, 0 if there is none
     * @param index the follower's first index of that term; without an entry, the one after its last
     */
    public record Conflict(long term, long index) {

        /** No hint. */
        public static final Conflict NONE = new Conflict(0, 0);
    }

    /** An answer without a hint that belongs to no round. */
    public AppendEntriesReply(long term, String follower, boolean success, long matchIndex) {
        this(term, follower, success, matchIndex, Conflict.NONE, 0);
    }

    @Override
    public String from() {
        return follower;
    }

    @Override
    public String toString() {
        return "AppendEntriesReply{term=" + term + " follower=" + follower
                + " success=" + success + " matchIndex=" + matchIndex
                + (conflict.index == 0 ? "" : " conflictTerm=" + conflict.term + " conflictIndex=" + conflict.index)
                + (round == 0 ? "" : " round=" + round) + "}";
    }
}
