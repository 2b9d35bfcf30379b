package dev.heddle.harness.strategy;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Faults;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Task;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Finds the action that an event names in a live world.
 *
 * @param strict true: the occurrence must be the same; false: failing that, the earliest equal one
 */
record Resolver(boolean strict) {

    /** The action, or null where it is not possible now. */
    Action resolve(Event event, World world) {
        if (event instanceof Event.Deliver e) {
            return message(e.message(), world);
        } else if (event instanceof Event.Fire e) {
            return exactOrFirst(matching(world.timersOf(e.owner()), e.timer()), e.occurrence());
        } else if (event instanceof Event.Run e) {
            return task(e, world);
        } else if (event instanceof Event.Drop e) {
            Message message = exposed(e.message(), world);
            return message == null ? null : new Faults.Drop(message);
        } else if (event instanceof Event.Duplicate e) {
            Message message = exposed(e.message(), world);
            return message == null ? null : new Faults.Duplicate(message);
        } else if (event instanceof Event.Command e) {
            return command(e, world);
        } else if (event instanceof Event.Boot || event instanceof Event.Crash || event instanceof Event.Recover) {
            return lifecycle(event, world);
        }
        return connection(event, world);
    }

    private static Action command(Event.Command e, World world) {
        Node node = world.node(e.node());
        if (node == null || world.client(e.client()).node() != null) {
            return null;
        }
        return new Faults.Command(world.client(e.client()), node, e.text());
    }

    private static Action lifecycle(Event event, World world) {
        if (event instanceof Event.Boot e) {
            Node node = world.node(e.node());
            return node != null && node.incarnation() == 0 ? new Faults.Boot(node) : null;
        } else if (event instanceof Event.Crash e) {
            Node node = world.node(e.node());
            return node != null && node.up() ? new Faults.Crash(node) : null;
        } else if (event instanceof Event.Recover e) {
            Node node = world.node(e.node());
            return node != null && !node.up() && node.incarnation() > 0 ? new Faults.Recover(node) : null;
        }
        throw new AssertionError(event);
    }

    private static Action connection(Event event, World world) {
        if (event instanceof Event.Cut e) {
            Node from = world.node(e.from());
            Node to = world.node(e.to());
            return different(from, to) && !world.isCut(from, to) ? new Faults.Cut(from, to) : null;
        } else if (event instanceof Event.Heal e) {
            Node from = world.node(e.from());
            Node to = world.node(e.to());
            return different(from, to) && world.isCut(from, to) ? new Faults.Heal(from, to) : null;
        } else if (event instanceof Event.HealAll) {
            return new Faults.HealAll();
        } else if (event instanceof Event.Reset e) {
            Node from = world.node(e.from());
            Node to = world.node(e.to());
            return different(from, to) && !world.udp() ? new Faults.Reset(from, to) : null;
        } else if (event instanceof Event.Partition e) {
            return partition(e, world);
        }
        throw new AssertionError(event);
    }

    private static boolean different(Node from, Node to) {
        return from != null && to != null && from != to;
    }

    private static Action partition(Event.Partition e, World world) {
        List<List<Node>> groups = new ArrayList<>();
        for (List<String> names : e.groups()) {
            List<Node> group = names.stream().map(world::node).toList();
            if (group.stream().anyMatch(Objects::isNull)) {
                return null;
            }
            groups.add(group);
        }
        return new Faults.Partition(groups);
    }

    private Message message(Event.Envelope envelope, World world) {
        Channel channel = world.channel(envelope.from(), envelope.to());
        if (channel == null || !channel.deliverable()) {
            return null;
        }
        Message earliest = null;
        for (int i = 0; i < channel.choices(); i++) {
            Message m = channel.get(i);
            if (m.text().equals(envelope.text())) {
                if (m.occurrence() == envelope.occurrence()) {
                    return m;
                }
                earliest = earliest == null ? m : earliest;
            }
        }
        return strict ? null : earliest;
    }

    /** The message, where the network can lose or double it. */
    private Message exposed(Event.Envelope envelope, World world) {
        Message message = message(envelope, world);
        return message != null && message.exposed() ? message : null;
    }

    private Task task(Event.Run e, World world) {
        List<Task> own = world.tasks().stream()
                .filter(t -> t.owner().name().equals(e.owner()))
                .toList();
        return exactOrFirst(matching(own, e.task()), e.occurrence());
    }

    private static <P extends Pending> List<P> matching(List<P> pending, String text) {
        List<P> equal = new ArrayList<>();
        for (P p : pending) {
            if (p.text().equals(text)) {
                equal.add(p);
            }
        }
        return equal;
    }

    private <P extends Pending> P exactOrFirst(List<P> equal, int occurrence) {
        P first = null;
        for (P p : equal) {
            if (p.occurrence() == occurrence) {
                return p;
            }
            if (first == null || p.occurrence() < first.occurrence()) {
                first = p;
            }
        }
        return strict ? null : first;
    }
}
