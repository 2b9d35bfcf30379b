package dev.heddle.raft;

/** What an entry of the log says: a client's command, its session, a membership, or nothing. */
public sealed interface Command permits ClientCommand, OpenSession, Membership, NoOp {
}
