package dev.heddle.harness.world;

import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.random.NodeRandom;

/** What the adapter of the system under test reports while actors run, and asks of the world. */
public interface Port {
    /**
     * The endpoint of an actor.
     *
     * @param name the node's name, or that and the path below it, such as {@code n1/worker}
     */
    Endpoint endpoint(Node node, String name);

    /** The endpoint of the actor whose code is running, or null for the infrastructure's. */
    Endpoint running();

    /** A message was sent. What a node that is down sends is lost. */
    void send(Message message);

    /** A timer was armed. */
    void arm(Timer timer);

    /** A timer was cancelled; false where it had fired or was cancelled before. */
    boolean cancel(Timer timer);

    /** A task was submitted. */
    void submit(Task task);

    /** A client was answered. */
    void respond(Response response);

    /** Code of the target's is about to handle what was handed over; throws what is to be injected there. */
    void enters();

    /** An exception left a handler. What follows from an injected fault does not count. */
    void failed(Failure failure);

    /** The target did what cannot be repeated; the first report counts. */
    void breach(RuleBreach breach);

    /** One more message was handed over within the present step (an unstashed one). */
    void countDelivery();

    /** The virtual time, in nanoseconds since 1970-01-01T00:00:00Z. */
    long nowNanos();

    /** What the running node draws from. */
    NodeRandom random();
}
