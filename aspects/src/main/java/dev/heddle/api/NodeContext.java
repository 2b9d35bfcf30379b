package dev.heddle.api;

import akka.actor.ActorRef;
import dev.heddle.harness.disk.Disk;
import java.util.List;

/** A node as the code that starts it sees it. */
public interface NodeContext {
    /** Its name. */
    String name();

    /** The names of all nodes, its own included. */
    List<String> nodes();

    /**
     * The address of a node's top-level actor. It outlives crashes: what is sent to it reaches the
     * incarnation that is there when it is delivered, and it equals what that actor calls itself.
     *
     * @throws IllegalArgumentException where there is no such node
     */
    ActorRef node(String name);

    /** What is durable on it. */
    Disk disk();

    /** How often it was started, this time included: 1 on its boot. */
    int incarnation();

    /**
     * A number that is the same on all nodes throughout an execution, and that its schedule's seed decides:
     * from it a scenario can draw what it varies from one execution to the next.
     */
    long executionSeed();
}
