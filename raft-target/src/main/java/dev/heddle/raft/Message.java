package dev.heddle.raft;

/**
 * A call or an answer between two servers. Each carries its sender's name and the term its sender
 * was in (§5.1). Its text is stable: the same contents give the same {@code toString()}, and what
 * only features beyond Figure 2 need is left out where it is not used.
 */
public sealed interface Message permits RequestVote, VoteReply, AppendEntries, AppendEntriesReply,
        InstallSnapshot, InstallSnapshotReply, TimeoutNow, PrivateMessage {

    /** The sender's current term when it sent this. */
    long term();

    /** The sender's name. */
    String from();
}
