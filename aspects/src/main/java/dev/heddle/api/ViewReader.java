package dev.heddle.api;

import akka.actor.Actor;
import dev.heddle.harness.invariant.NodeView;

/** Reads the state of a node for the invariants, between two deliveries. */
@FunctionalInterface
public interface ViewReader {
    /**
     * The node's state.
     *
     * @param actor the live instance of its top-level actor
     */
    NodeView read(NodeContext node, Actor actor);
}
