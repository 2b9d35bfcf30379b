package dev.heddle.scenarios;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.NodeContext;
import dev.heddle.harness.disk.Disk;
import java.time.Duration;

/** Nodes to which faults happen. */
public final class Faulty extends Cases {
    /** A message with contents. */
    record Order(int amount, boolean paid, String item) {}

    /** What a handler does with a throwable that ends it. */
    private enum Caught {
        RETHROWN, SWALLOWED, WRAPPED
    }

    public Faulty() {
        for (Caught caught : Caught.values()) {
            addProps(caught.name().toLowerCase(java.util.Locale.ROOT),
                    node -> Props.create(Persistent.class, () -> new Persistent(node, caught)));
        }
        add("count", node -> (me, m) -> {
            if (m.equals("count")) {
                reply(me, "count " + me.count++);
            } else if (m.equals("timer")) {
                me.getContext().getSystem().scheduler().scheduleOnce(
                        Duration.ofMillis(1), me.getSelf(), "late", me.getContext().getDispatcher(), me.getSelf());
            } else if (m.equals("future")) {
                me.asker = me.getSender();
                me.getContext().getDispatcher().execute(() -> me.count = 10);
            } else if (m.equals("late")) {
                me.count = 20;
            } else if (m.equals("write")) {
                node.disk().write("line");
                reply(me, "written");
            }
        });
        add("clock", node -> (me, m) -> {
            if (m.equals("wall")) {
                reply(me, System.currentTimeMillis());
            } else if (m.equals("monotonic")) {
                reply(me, System.nanoTime());
            }
        });
        add("order", node -> (me, m) -> {
            if (m.equals("go")) {
                node.node("n2").tell(new Order(1, false, "book"), me.getSelf());
            }
        });
    }

    /** A node that persists in two steps, and does what it can when it ends. */
    private static final class Persistent extends AbstractActor {
        private final NodeContext node;
        private final Disk disk;
        private final Caught caught;

        Persistent(NodeContext node, Caught caught) {
            this.node = node;
            this.caught = caught;
            disk = node.disk();
        }

        @Override
        public void postStop() {
            act("postStop");
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .matchEquals("go", m -> persist())
                    .matchEquals("disk", m -> getSender().tell(disk.records(), getSelf()))
                    .matchAny(m -> getContext())
                    .build();
        }

        private void persist() {
            try {
                tell("before");
                disk.write("one");
                disk.sync();
                tell("between");
                disk.write("two");
                disk.sync();
                tell("after");
            } catch (Throwable thrown) {
                act("catch");
                if (caught == Caught.RETHROWN) {
                    throw thrown;
                } else if (caught == Caught.WRAPPED) {
                    throw new IllegalStateException(thrown);
                }
            } finally {
                act("finally");
            }
        }

        private void tell(String text) {
            ActorRef peer = node.node(node.name().equals("n1") ? "n2" : "n1");
            peer.tell(text, getSelf());
        }

        private void act(String text) {
            tell(text);
            disk.write(text);
            disk.sync();
            getContext().getDispatcher().execute(() -> tell(text));
            getContext().getSystem().scheduler().scheduleOnce(
                    Duration.ofMillis(1), () -> tell(text), getContext().getDispatcher());
        }
    }
}
