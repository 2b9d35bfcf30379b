package dev.heddle.harness.world;

import dev.heddle.harness.schedule.NetworkKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is pending between endpoints, and which of it can be delivered now.
 *
 * <p>Within a node order is kept per pair and nothing is lost. Between nodes a {@code fifo} network
 * keeps order and discards what is in flight over a connection that breaks; a {@code udp} network
 * keeps no order, and what is in flight to a node that is down, or over a cut, waits.
 */
public final class Network {
    private final boolean fifo;
    private final Links links;
    private final List<Channel> channels = new ArrayList<>();
    private Channel[] active = new Channel[32];
    private int activeCount;
    /** The number of messages that can be delivered now, or -1 where it must be counted. */
    private int messageCount;

    Network(NetworkKind kind, int nodes) {
        fifo = kind == NetworkKind.FIFO;
        links = new Links(nodes);
    }

    void clear() {
        channels.clear();
        Arrays.fill(active, 0, activeCount, null);
        activeCount = 0;
        messageCount = -1;
        links.clear();
    }

    /** The message that waits longest of those that can be delivered now, or null. */
    Message oldest() {
        Message oldest = null;
        for (int c = 0; c < activeCount; c++) {
            Message first = active[c].get(0);
            oldest = oldest == null || first.serial < oldest.serial ? first : oldest;
        }
        return oldest;
    }

    /** Every channel that was ever used in this execution, whether or not it can deliver now. */
    public List<Channel> channels() {
        return Collections.unmodifiableList(channels);
    }

    int activeCount() {
        return activeCount;
    }

    Channel active(int i) {
        return active[i];
    }

    /** The number of messages that can be delivered now; counted anew only where something has changed. */
    public int messageCount() {
        if (messageCount < 0) {
            messageCount = fifo ? activeCount : countMessages();
        }
        return messageCount;
    }

    private int countMessages() {
        int total = 0;
        for (int c = 0; c < activeCount; c++) {
            total += active[c].choices();
        }
        return total;
    }

    /** A message that can be delivered now, in an order that is the same in every run. */
    public Message message(int i) {
        if (fifo) {
            return active[i].get(0);
        }
        int c = 0;
        int left = i;
        while (left >= active[c].choices()) {
            left -= active[c++].choices();
        }
        return active[c].get(left);
    }

    /** The number of ordered pairs of nodes that are cut. */
    public int cuts() {
        return links.cuts();
    }

    /** The number of those that stay so, whatever is healed. */
    public int severed() {
        return links.severed();
    }

    /** True while messages from one node do not reach the other. */
    public boolean isCut(Node from, Node to) {
        return links.isCut(from, to);
    }

    /** True where messages from one node will never reach the other again. */
    public boolean isSevered(Node from, Node to) {
        return links.isSevered(from, to);
    }

    /** True where a direction carries nothing now, but can again. */
    public boolean isHealable(Node from, Node to) {
        return isCut(from, to) && !isSevered(from, to);
    }

    /** Puts a message on its channel, or loses it where the connection is broken. */
    void add(Message message) {
        Channel channel = channel(message.from(), message.to());
        message.join(channel.line);
        boolean blocked = blocked(channel);
        if (blocked && lostAtOnce(channel, message)) {
            return;
        }
        channel.add(message);
        messageCount = -1;
        if (channel.activeIndex < 0 && !blocked) {
            activate(channel);
        }
    }

    /** A message is under way no more. */
    public void remove(Message message) {
        Channel channel = message.channel;
        channel.remove(message);
        messageCount = -1;
        if (channel.size() == 0) {
            deactivate(channel);
        }
    }

    /** A message becomes another one on its way. */
    void replace(Message message, Message other) {
        other.join(message.channel.line);
        other.serial = message.serial;
        other.operation = message.operation;
        message.channel.replace(message, other);
    }

    /** One direction between two nodes no longer carries messages. */
    public void cut(Node from, Node to) {
        if (links.cut(from, to)) {
            breakConnection(from, to);
        }
    }

    /** One direction between two nodes will never carry messages again. */
    public void sever(Node from, Node to) {
        links.sever(from, to);
        cut(from, to);
    }

    /** One direction between two nodes carries messages again, unless it is severed. */
    public void heal(Node from, Node to) {
        if (links.heal(from, to)) {
            refresh();
        }
    }

    /** Every direction carries messages again that is not severed. */
    public void healAll() {
        links.healAll();
        refresh();
    }

    /** A fifo connection loses what is in flight over it. */
    public void breakConnection(Node from, Node to) {
        for (Channel c : channels) {
            if (fifo && c.crossing() && c.from().node() == from && c.to().node() == to) {
                c.discard(m -> !m.lossless());
            }
        }
        refresh();
    }

    /**
     * A node is gone: what was within it is lost, and what was in flight to it over connections. A
     * packet waits for the next incarnation; a notice to the last one does not.
     */
    void crashed(Node node) {
        for (Channel c : channels) {
            if (c.to().node() == node) {
                c.discard(fifo || !c.crossing() ? m -> true : Message::lossless);
            }
        }
        refresh();
    }

    /** Brings the set of channels that can deliver up to date after nodes or cuts have changed. */
    void refresh() {
        messageCount = -1;
        for (Channel c : channels) {
            boolean deliverable = c.size() > 0 && !blocked(c);
            if (deliverable && c.activeIndex < 0) {
                activate(c);
            } else if (!deliverable && c.activeIndex >= 0) {
                deactivate(c);
            }
        }
    }

    private Channel channel(Endpoint from, Endpoint to) {
        Channel channel = from.channelTo(to);
        if (channel == null) {
            channel = new Channel(from, to, fifo || from.node() == to.node());
            from.connect(channel);
            channels.add(channel);
        }
        return channel;
    }

    private boolean lostAtOnce(Channel channel, Message message) {
        return message.lossless() ? !channel.to().node().up() : fifo || cutOff(channel);
    }

    private boolean blocked(Channel c) {
        return !c.to().node().up() || cutOff(c);
    }

    private boolean cutOff(Channel c) {
        return links.cuts() > 0 && c.from().node() != null && c.crossing() && isCut(c.from().node(), c.to().node());
    }

    private void activate(Channel channel) {
        if (activeCount == active.length) {
            active = Arrays.copyOf(active, activeCount * 2);
        }
        channel.activeIndex = activeCount;
        active[activeCount++] = channel;
    }

    private void deactivate(Channel channel) {
        if (channel.activeIndex < 0) {
            return;
        }
        Channel last = active[--activeCount];
        active[activeCount] = null;
        if (last != channel) {
            active[channel.activeIndex] = last;
            last.activeIndex = channel.activeIndex;
        }
        channel.activeIndex = -1;
    }
}
