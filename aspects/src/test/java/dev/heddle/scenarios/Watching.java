package dev.heddle.scenarios;

import akka.actor.ActorRef;
import akka.actor.Terminated;
import akka.pattern.Patterns;
import java.time.Duration;

/** Death watch within a node and across nodes, and ends of actors. */
public final class Watching extends Cases {
    public Watching() {
        add("peer", node -> (me, m) -> {
            if (m.equals("start") && node.name().equals("n1")) {
                me.getContext().watch(node.node("n2"));
            } else if (m.equals("go")) {
                me.asker = me.getSender();
                me.getContext().watch(node.node("n2"));
                node.node("n2").tell("hello", me.getSelf());
            } else if (m.equals("hello")) {
                reply(me, "hello from incarnation " + node.incarnation());
            } else if (m instanceof Terminated t) {
                me.kept = "terminated " + t.getActor().equals(node.node("n2"));
            } else if (m.equals("say")) {
                reply(me, String.valueOf(me.kept));
            } else if (me.asker != null) {
                me.asker.tell(m + ", equal " + me.getSender().equals(node.node("n2")), me.getSelf());
            }
        });
        add("rawPeer", node -> (me, m) -> {
            if (m.equals("meet")) {
                node.node("n2").tell("hello", me.getSelf());
            } else if (m.equals("hello")) {
                reply(me, "hi");
            } else if (m.equals("hi")) {
                me.kept = me.getSender();
            } else if (m.equals("watch")) {
                me.getContext().watch((ActorRef) me.kept);
                ((ActorRef) me.kept).tell("again", me.getSender());
            } else if (m.equals("again")) {
                reply(me, "incarnation " + node.incarnation());
            }
        });
        add("child", node -> (me, m) -> {
            if (m.equals("go")) {
                me.asker = me.getSender();
                ActorRef child = me.getContext().actorOf(child((c, x) -> c.getContext()), "kid");
                me.getContext().watch(child);
                me.getContext().stop(child);
            } else if (m instanceof Terminated t) {
                me.asker.tell("gone " + t.getActor().path().name(), me.getSelf());
            }
        });
        add("gracefulStop", node -> (me, m) -> {
            if (m.equals("go")) {
                ActorRef child = me.getContext().actorOf(child((c, x) -> c.getContext()), "kid");
                Patterns.pipe(Patterns.gracefulStop(child, Duration.ofSeconds(1)), me.getContext().getDispatcher())
                        .to(me.getSender());
            }
        });
        add("stopsItself", node -> (me, m) -> {
            if (m.equals("go")) {
                me.getContext().stop(me.getSelf());
            } else if (m.equals("hello")) {
                reply(me, "incarnation " + node.incarnation());
            }
        });
        add("loud", node -> (me, m) -> {
            if (m.equals("start")) {
                me.kept = me.getContext().actorOf(Loud.props(node), "loud");
            }
        });
    }
}
