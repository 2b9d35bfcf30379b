package dev.heddle.raft;

/**
 * A call or an answer between two servers. Each carries its sender's name and the term its sender
 * was in (§5.1). Its text is stable: the same contents give the same {@code toString()}.
 */
public sealed interface Message permits RequestVote, VoteReply, AppendEntries, AppendEntriesReply {

    /** The sender's current term when it sent this. */
    long term();

    /** The sender's name. */
    String from();
}
