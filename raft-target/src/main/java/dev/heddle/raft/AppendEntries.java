package dev.heddle.raft;

/**
 * A leader's call to replicate entries, or without entries its heartbeat (§5.3, §5.2). The entry
 * before the first one sent is named by {@code prevLogIndex} and {@code prevLogTerm}.
 *
 * @param round the leader's round of heartbeats to which the answer will bear witness (thesis §6.4),
 *     0 if nobody wants to know
 */
public record AppendEntries(long term, String leader, long prevLogIndex, long prevLogTerm, Entries entries,
        long leaderCommit, long round) implements Message {

    /** A call that belongs to no round. */
    public AppendEntries(
            long term, String leader, long prevLogIndex, long prevLogTerm, Entries entries, long leaderCommit) {
        this(term, leader, prevLogIndex, prevLogTerm, entries, leaderCommit, 0);
    }

    /** The index up to which the follower's log equals the leader's once it has accepted this. */
    public long lastNewIndex() {
        return prevLogIndex + entries.size();
    }

    @Override
    public String from() {
        return leader;
    }

    @Override
    public String toString() {
        return "AppendEntries{term=" + term + " leader=" + leader
                + " prevLogIndex=" + prevLogIndex + " prevLogTerm=" + prevLogTerm
                + " entries=" + entries + " leaderCommit=" + leaderCommit
                + (round == 0 ? "" : " round=" + round) + "}";
    }
}
