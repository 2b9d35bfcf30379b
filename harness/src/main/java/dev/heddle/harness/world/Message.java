package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;
import java.util.List;

/** A message on its way from one endpoint to another; the adapter knows its contents. */
public abstract non-sealed class Message extends Pending {
    private final Endpoint from;
    private final Endpoint to;
    Channel channel;
    int operation = Response.NO_OPERATION;

    protected Message(Endpoint from, Endpoint to) {
        this.from = from;
        this.to = to;
    }

    /** The actor or client that really sent it. */
    public final Endpoint from() {
        return from;
    }

    /** The actor that it is for. */
    public final Endpoint to() {
        return to;
    }

    @Override
    final Endpoint receiver() {
        return to;
    }

    /** The channel it is pending on, or null once it is handed over or lost. */
    public final Channel channel() {
        return channel;
    }

    /** The number of the operation that a client asks for with it, or {@link Response#NO_OPERATION}. */
    public final int operation() {
        return operation;
    }

    /** A second message with the same contents, for a network that duplicates. */
    protected abstract Message copy();

    /** What a network that corrupts may make of it, in an order that is the same in every run. */
    protected List<? extends Message> variants() {
        return List.of();
    }

    /** True for what no network loses, such as the notice that a watched actor is gone. */
    protected boolean lossless() {
        return false;
    }

    /** What it may turn into now; empty where it cannot be corrupted. */
    public final List<? extends Message> corruptions() {
        return exposed() ? variants() : List.of();
    }

    /** True while a network can lose or double it: it is under way between two nodes and not {@link #lossless}. */
    public final boolean exposed() {
        return channel != null && channel.crossing() && !lossless();
    }

    @Override
    public final void applyTo(World world) {
        world.deliver(this);
    }

    @Override
    public final Event toEvent() {
        return new Deliver(envelope());
    }

    /** Its name in schedules. */
    public final Event.Envelope envelope() {
        return new Event.Envelope(from.name(), to.name(), text(), occurrence());
    }

    @Override
    public final String toString() {
        return from.name() + " -> " + to.name() + " " + text();
    }
}
