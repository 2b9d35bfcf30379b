package dev.heddle.harness.world;

import java.util.Arrays;
import java.util.function.Predicate;

/** What is pending from one endpoint to another, oldest first. */
public final class Channel {
    private final Endpoint from;
    private final Endpoint to;
    private final boolean ordered;
    private Message[] items = new Message[4];
    private int head;
    private int size;
    /** All that was ever sent. */
    final Line line = new Line();
    /** Its place among the channels that can deliver now, or -1. */
    int activeIndex = -1;

    Channel(Endpoint from, Endpoint to, boolean ordered) {
        this.from = from;
        this.to = to;
        this.ordered = ordered;
    }

    public Endpoint from() {
        return from;
    }

    public Endpoint to() {
        return to;
    }

    /** True where it crosses the network, false within a node. */
    public boolean crossing() {
        return from.node() != to.node();
    }

    /** The number of messages pending. */
    public int size() {
        return size;
    }

    /** True where something can be delivered now: something is pending, and no cut or crash is in the way. */
    public boolean deliverable() {
        return activeIndex >= 0;
    }

    /** The number of messages that could be delivered next: the first only, where order is kept. */
    public int choices() {
        return ordered ? Math.min(size, 1) : size;
    }

    /** The i-th oldest message pending. */
    public Message get(int i) {
        return items[head + i];
    }

    void add(Message message) {
        if (head + size == items.length) {
            makeRoom();
        }
        items[head + size++] = message;
        message.channel = this;
    }

    void remove(Message message) {
        int i = head;
        while (items[i] != message) {
            i++;
        }
        message.channel = null;
        size--;
        if (i == head) {
            items[head++] = null;
        } else {
            System.arraycopy(items, i + 1, items, i, head + size - i);
            items[head + size] = null;
        }
        if (size == 0) {
            head = 0;
        }
    }

    /** Puts another message in a pending one's place. */
    void replace(Message message, Message other) {
        int i = head;
        while (items[i] != message) {
            i++;
        }
        items[i] = other;
        other.channel = this;
        message.channel = null;
    }

    /** Loses those of the pending messages that the predicate names. */
    void discard(Predicate<Message> lost) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            Message m = items[head + i];
            if (lost.test(m)) {
                m.channel = null;
            } else {
                items[kept++] = m;
            }
        }
        Arrays.fill(items, kept, head + size, null);
        head = 0;
        size = kept;
    }

    private void makeRoom() {
        Message[] target = size > items.length / 2 ? new Message[items.length * 2] : items;
        System.arraycopy(items, head, target, 0, size);
        if (target == items) {
            Arrays.fill(items, size, head + size, null);
        }
        items = target;
        head = 0;
    }
}
