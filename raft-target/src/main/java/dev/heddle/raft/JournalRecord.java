package dev.heddle.raft;

/** One write to a server's durable state; what a server recovers is the sum of these in their order. */
public sealed interface JournalRecord permits TermAndVote, Appended, Truncated, SnapshotTaken {
}
