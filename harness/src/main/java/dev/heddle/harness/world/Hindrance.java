package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event.Envelope;
import java.util.List;

/** What stands in the way of an event, as a clause for people. */
public final class Hindrance {
    private Hindrance() {}

    /** What is to be said of the first of these nodes that is not up; of the first where all are. */
    static String ofNodes(List<String> nodes, World world) {
        String first = null;
        for (String name : nodes) {
            Node node = world.node(name);
            if (node == null || !node.up()) {
                return state(name, node);
            }
            first = first == null ? state(name, node) : first;
        }
        return first;
    }

    private static String state(String name, Node node) {
        if (node == null) {
            return "there is no node " + name;
        } else if (node.up()) {
            return name + " is up";
        }
        return node.incarnation() == 0 ? name + " was never booted" : name + " is down";
    }

    /** What keeps a message from being delivered, lost or doubled. */
    public static String ofMessage(Envelope envelope, World world) {
        String receiver = envelope.receivingNode();
        Node node = world.node(receiver);
        if (node == null || !node.up()) {
            return state(receiver, node);
        }
        Channel channel = world.channel(envelope.from(), envelope.to());
        if (channel == null) {
            return envelope.from() + " has sent nothing to " + envelope.to() + " so far";
        }
        Message waiting = waiting(channel, envelope);
        if (waiting == null) {
            return gone(channel, envelope);
        } else if (!channel.deliverable()) {
            return "the way from " + envelope.from() + " to " + envelope.to() + " is cut";
        } else if (Match.EXACT.message(envelope, world) == null) {
            return "it waits behind: " + channel.get(0).toEvent().line();
        }
        return "it does not cross the network";
    }

    private static Message waiting(Channel channel, Envelope envelope) {
        for (int i = 0; i < channel.size(); i++) {
            Message message = channel.get(i);
            if (message.text().equals(envelope.text()) && message.occurrence() == envelope.occurrence()) {
                return message;
            }
        }
        return null;
    }

    private static String gone(Channel channel, Envelope envelope) {
        int sent = channel.line.count(envelope.text());
        if (sent >= envelope.occurrence()) {
            return "it has been delivered or lost before";
        }
        return envelope.from() + " has sent " + (sent == 0 ? "no such message" : "only " + sent + " of these") + " to "
                + envelope.to() + " so far";
    }
}
