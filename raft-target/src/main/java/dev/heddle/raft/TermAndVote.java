package dev.heddle.raft;

/**
 * The server's current term and its vote in it, null for none. They are one record since they
 * change together: a term without its vote, or the reverse, would allow a second vote (§5.2).
 */
public record TermAndVote(long term, String votedFor) implements JournalRecord {
}
