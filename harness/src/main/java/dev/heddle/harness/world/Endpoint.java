package dev.heddle.harness.world;

import java.util.Arrays;

/** An address that messages come from or go to: an actor ({@code n1}, {@code n1/worker}) or a client. */
public final class Endpoint {
    private static final Channel[] NONE = {};

    private final String name;
    private final Node node;
    private final int id;
    private Channel[] outgoing = NONE;
    /** All timers that it ever armed. */
    final Line timers = new Line();
    /** All tasks that it ever submitted. */
    final Line tasks = new Line();

    Endpoint(String name, Node node, int id) {
        this.name = name;
        this.node = node;
        this.id = id;
    }

    /** The name in schedules. */
    public String name() {
        return name;
    }

    /** The node it lives on, or null for a client. */
    public Node node() {
        return node;
    }

    /** Its place in the order in which the addresses of an execution became known, from 0. */
    public int id() {
        return id;
    }

    /** The channel to another endpoint, or null where none was ever used. */
    public Channel channelTo(Endpoint to) {
        return to.id < outgoing.length ? outgoing[to.id] : null;
    }

    void connect(Channel channel) {
        int index = channel.to().id;
        if (index >= outgoing.length) {
            outgoing = Arrays.copyOf(outgoing, Math.max(8, Integer.highestOneBit(index) * 2));
        }
        outgoing[index] = channel;
    }

    @Override
    public String toString() {
        return name;
    }
}
