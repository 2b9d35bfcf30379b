package dev.heddle.raft;

/** A message that a replaced component of {@link Rules} sends and understands; the algorithm itself has none. */
public non-sealed interface PrivateMessage extends Message {

    /** What it does to the server that receives it, in a term that is not lower than its own. */
    RaftState handle(RaftState state, Effects effects);
}
