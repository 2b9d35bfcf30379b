package dev.heddle.raft;

/**
 * Where a step of the algorithm puts what it wants done. None of it may happen before the term, the
 * vote and the log of the state that the step returned are durable (§5.2, Figure 2: "updated on
 * stable storage before responding to RPCs"). Four methods, one for each kind of effect: a server's
 * shell implements it once for all, and nobody who uses the shell has to.
 */
public interface Effects {

    /** Send a message to another server. */
    void send(String peer, Message message);

    /** Start a timer, or start it anew if it is running. */
    void arm(Timer timer);

    /** Stop a timer if it is running. */
    void cancel(Timer timer);

    /**
     * Answer a read, or a change of the membership.
     *
     * @param ticket what it was handed in with
     */
    void answer(long ticket, Answer answer);
}
