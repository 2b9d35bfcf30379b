package dev.heddle.harness.world;

import dev.heddle.harness.invariant.NodeView;

/**
 * The actors under test, as the world starts, stops and looks at them; one per engine.
 *
 * <p>Everything it does happens on the calling thread and is over when the call returns.
 */
public interface TargetSystem extends AutoCloseable {
    /** Starts a node; {@link Node#incarnation} tells a boot (1) from a recovery. */
    void start(Node node);

    /** Removes a node and everything under it; the node is mute already. */
    void stop(Node node);

    /**
     * A client's command as a message; the text is one that the target's workload wrote.
     *
     * @param operation its number, for the answers to it ({@link Response#operation()})
     */
    Message command(Endpoint client, Node node, String text, int operation);

    /** A name of the operation that a command asks for, the same in a retry; null where each is one of its own. */
    default String operation(String text) {
        return null;
    }

    /** The state of a node that is up, or null where the scenario shows none. */
    NodeView view(Node node);

    /**
     * All that decides what a node that is up will do with what is handed to it, but for its disk, its timers
     * and tasks and the count of its draws: an immutable value compared by {@code equals}. Two nodes of one
     * name that are equal in all of these behave alike for ever. Null where the target does not tell.
     */
    default Object memory(Node node) {
        return null;
    }

    /** True where the top-level actor of a node that is up has stopped. */
    default boolean lifeless(Node node) {
        return false;
    }

    /** Makes the system as good as new, once every node is stopped. */
    void reset();

    @Override
    void close();
}
