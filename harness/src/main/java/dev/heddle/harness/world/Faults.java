package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;
import java.util.List;

/** The actions that come from outside: boots, commands and faults. */
public final class Faults {
    private Faults() {}

    /** The first start of a node. */
    public record Boot(Node node) implements Action {
        @Override
        public void applyTo(World world) {
            world.start(node);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Boot(node.name());
        }
    }

    /** A client's command to a node. */
    public record Command(Endpoint client, Node node, String text) implements Action {
        @Override
        public void applyTo(World world) {
            world.command(client, node, text);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Command(client.name(), node.name(), text);
        }
    }

    /** The end of a node's incarnation. */
    public record Crash(Node node) implements Action {
        @Override
        public void applyTo(World world) {
            world.crash(node);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Crash(node.name());
        }
    }

    /** A start after a crash. */
    public record Recover(Node node) implements Action {
        @Override
        public void applyTo(World world) {
            world.start(node);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Recover(node.name());
        }
    }

    /** One direction between two nodes no longer carries messages. */
    public record Cut(Node from, Node to) implements Action {
        @Override
        public void applyTo(World world) {
            world.network().cut(from, to);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Cut(from.name(), to.name());
        }
    }

    /** One direction between two nodes carries messages again. */
    public record Heal(Node from, Node to) implements Action {
        @Override
        public void applyTo(World world) {
            world.network().heal(from, to);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Heal(from.name(), to.name());
        }
    }

    /** Every cut is healed. */
    public record HealAll() implements Action {
        @Override
        public void applyTo(World world) {
            world.network().healAll();
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.HealAll();
        }
    }

    /** Nodes of different groups are cut off from each other. */
    public record Partition(List<List<Node>> groups) implements Action {
        @Override
        public void applyTo(World world) {
            for (List<Node> one : groups) {
                for (List<Node> other : groups) {
                    if (one != other) {
                        one.forEach(a -> other.forEach(b -> world.network().cut(a, b)));
                    }
                }
            }
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Partition(
                    groups.stream().map(g -> g.stream().map(Node::name).toList()).toList());
        }
    }

    /** The connection between two nodes breaks and is made anew. */
    public record Reset(Node from, Node to) implements Action {
        @Override
        public void applyTo(World world) {
            world.network().breakConnection(from, to);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Reset(from.name(), to.name());
        }
    }

    /** The network loses a message. */
    public record Drop(Message message) implements Action {
        @Override
        public void applyTo(World world) {
            world.network().remove(message);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Drop(message.envelope(occurrences));
        }
    }

    /** The network sends a message twice. */
    public record Duplicate(Message message) implements Action {
        @Override
        public void applyTo(World world) {
            world.duplicate(message);
        }

        @Override
        public Event toEvent(Occurrences occurrences) {
            return new Event.Duplicate(message.envelope(occurrences));
        }
    }
}
