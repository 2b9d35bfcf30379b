package dev.heddle.harness.invariant;

/** Something that passed between a client and the nodes. */
public sealed interface ClientEvent {
    /** The operation's number, from 0 in the order in which they were first asked for. */
    int operation();

    /** The client's name, such as {@code c1}. */
    String client();

    /** Index of the node that was asked, or that answered. */
    int node();

    /** The command, or the answer. */
    String text();

    /**
     * A command went on its way: for the first time, as the client's retry of it, or doubled by the
     * network.
     */
    record Invoked(int operation, String client, int node, String text) implements ClientEvent {}

    /** A client was told something about its command; this can happen more than once. */
    record Answered(int operation, String client, int node, String text) implements ClientEvent {}
}
