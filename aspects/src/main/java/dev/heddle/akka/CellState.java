package dev.heddle.akka;

import akka.actor.ActorCell;
import akka.dispatch.Envelope;
import dev.heddle.harness.world.Endpoint;

/** What is known of an actor; hangs on its cell. */
public final class CellState extends Receiver {
    final ActorCell cell;
    final Steering steering;
    /** The node it belongs to, or null for infrastructure. */
    final NodeSlot slot;
    /** The execution in which this was found out. */
    final int epoch;
    private final Endpoint endpoint;
    private final boolean top;
    private CellState outer;
    private int depth;

    /** Infrastructure. */
    CellState(Steering steering, ActorCell cell) {
        this.steering = steering;
        this.cell = cell;
        slot = null;
        epoch = Integer.MAX_VALUE;
        endpoint = null;
        top = false;
    }

    /** An actor of a node. */
    CellState(Steering steering, ActorCell cell, NodeSlot slot, Endpoint endpoint) {
        this.steering = steering;
        this.cell = cell;
        this.slot = slot;
        this.endpoint = endpoint;
        epoch = steering.epoch();
        top = endpoint == slot.node().endpoint();
    }

    @Override
    Endpoint endpoint() {
        return endpoint;
    }

    /** True for the actor that is the node. */
    boolean top() {
        return top;
    }

    /** An address outlives its actors: a node's leads to its present incarnation. */
    @Override
    void accept(Envelope envelope) {
        CellState present = top && slot.top() != null ? slot.top() : this;
        steering.deliver(present.cell, envelope);
    }

    /** The actor's code begins to run; nested where a selection invokes its cell again. */
    void enter() {
        if (depth++ == 0) {
            outer = steering.running();
            steering.running(this);
        }
    }

    void leave() {
        if (--depth == 0) {
            steering.running(outer);
            outer = null;
        }
    }

    boolean entered() {
        return depth > 0;
    }
}
