package dev.heddle.raft;

/** What an entry of the log says: a client's command, a membership, or nothing. */
public sealed interface Command permits ClientCommand, Membership, NoOp {
}
