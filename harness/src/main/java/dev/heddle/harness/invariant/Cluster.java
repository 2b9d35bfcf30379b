package dev.heddle.harness.invariant;

import java.util.List;

/** The nodes as an invariant sees them between two steps. */
public interface Cluster {
    /** The number of nodes, up or down. */
    int size();

    /** The name of a node, such as {@code n1}; indexes run from 0. */
    String name(int node);

    /** The state of a node, or null while it is down or where the scenario shows none. */
    NodeView view(int node);

    /**
     * What clients asked for and were told so far, in the order in which it happened. The list only
     * grows while an execution lasts.
     */
    List<ClientEvent> clients();

    /** True while messages from one node reach another. */
    boolean connected(int from, int to);

    /** The virtual time, in nanoseconds since 1970-01-01T00:00:00Z. */
    long nowNanos();

    /** True as long as no fault has happened in the execution, and nobody was asked who was not there. */
    boolean calm();

    /** What the last step made a node throw without anybody handling it, or null. */
    Failure failure();
}
