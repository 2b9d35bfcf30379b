package dev.heddle.scenarios;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.DeadLetter;
import akka.actor.Identify;
import akka.actor.PoisonPill;
import akka.actor.Props;
import akka.dispatch.PriorityGenerator;
import akka.dispatch.UnboundedPriorityMailbox;
import akka.pattern.Patterns;
import akka.routing.RoundRobinPool;
import com.typesafe.config.Config;
import java.time.Duration;

/** Messages in all the ways in which Akka carries them. */
public final class Messages extends Cases {
    public Messages() {
        add("tell", node -> (me, m) -> {
            if (m.equals("go")) {
                me.asker = me.getSender();
                node.node("n2").tell("ping", me.getSelf());
            } else if (m.equals("ping")) {
                reply(me, "pong");
            } else if (m.equals("pong")) {
                me.asker.tell("from n2: " + me.getSender().equals(node.node("n2")), me.getSelf());
            }
        });
        add("self", node -> (me, m) -> {
            if (m.equals("go")) {
                me.asker = me.getSender();
                me.getSelf().tell("again", me.getSelf());
                reply(me, "first");
            } else if (m.equals("again")) {
                me.asker.tell("second", me.getSelf());
            }
        });
        add("forward", node -> (me, m) -> {
            if (m.equals("go")) {
                node.node("n2").forward("passed on", me.getContext());
            } else if (m.equals("passed on")) {
                reply(me, "answered by " + node.name());
            }
        });
        add("ask", node -> (me, m) -> {
            if (m.equals("go")) {
                me.asker = me.getSender();
                Patterns.pipe(
                                Patterns.ask(node.node("n2"), "question", Duration.ofSeconds(1))
                                        .thenApply(a -> "got " + a),
                                me.getContext().getDispatcher())
                        .to(me.getSelf());
            } else if (m.equals("question")) {
                reply(me, "answer");
            } else if (me.asker != null) {
                me.asker.tell(m.toString(), me.getSelf());
            }
        });
        add("stash", node -> (me, m) -> {
            if (m.equals("open")) {
                me.count = -1;
                me.unstashAll();
                reply(me, "opened");
            } else if (m.equals("go") && me.count >= 0) {
                me.count++;
                me.stash();
            } else if (m.equals("go")) {
                reply(me, "unstashed");
            }
        });
        add("selection", node -> (me, m) -> {
            if (m.equals("start")) {
                me.getContext().actorOf(child((c, x) -> c.getSender().tell("child", c.getSelf())), "a");
                me.getContext().actorOf(child((c, x) -> c.getSender().tell("child", c.getSelf())), "b");
            } else if (m.equals("go")) {
                me.getContext().actorSelection("*").tell("hello", me.getSelf());
                me.getContext().actorSelection("/user/n2").tell(new Identify(7), me.getSelf());
                me.getContext().actorSelection("/user/nobody").tell(new Identify(8), me.getSelf());
            }
        });
        add("router", node -> (me, m) -> {
            if (m.equals("start")) {
                me.kept = me.getContext()
                        .actorOf(new RoundRobinPool(2).props(child((c, x) -> {
                            if (!x.equals("start")) {
                                c.getSender().tell("from " + c.getSelf().path().name(), c.getSelf());
                            }
                        })), "pool");
            } else if (m.equals("go")) {
                ((ActorRef) me.kept).tell("work", me.getSender());
                ((ActorRef) me.kept).tell("work", me.getSender());
            }
        });
        add("stashOrder", node -> (me, m) -> {
            if (m.equals("start")) {
                me.kept = new StringBuilder();
            } else if (m.equals("open")) {
                me.count = -1;
                me.asker = me.getSender();
                me.unstashAll();
            } else if (me.count == 0) {
                me.stash();
            } else {
                StringBuilder order = (StringBuilder) me.kept;
                me.getContext().actorOf(child((c, x) -> order.append(" child")));
                me.asker.tell(order.append(" ").append(m).toString(), me.getSelf());
            }
        });
        addEvents();
        add("topLevel", node -> (me, m) -> {
            if (m.equals("go")) {
                me.getContext().getSystem().actorOf(child((c, x) -> c.getContext()), "own").tell("named", me.getSelf());
                me.getContext().getSystem().actorOf(child((c, x) -> c.getContext())).tell("unnamed", me.getSelf());
            }
        });
        addProps("priority", node -> Props.create(Plain.class, Plain::new).withMailbox("prio"));
    }

    private void addEvents() {
        add("events", node -> (me, m) -> {
            if (m.equals("start")) {
                me.getContext().getSystem().eventStream().subscribe(me.getSelf(), Integer.class);
            } else if (m.equals("go")) {
                me.getContext().getSystem().eventStream().publish(42);
            }
        });
        add("deadLetters", node -> (me, m) -> {
            ActorSystem system = me.getContext().getSystem();
            if (m.equals("start")) {
                system.eventStream().subscribe(me.getSelf(), DeadLetter.class);
                me.kept = me.getContext().actorOf(child((c, x) -> c.getContext()), "gone");
            } else if (m.equals("go")) {
                ((ActorRef) me.kept).tell(PoisonPill.getInstance(), me.getSelf());
                ((ActorRef) me.kept).tell("too late", me.getSelf());
                system.deadLetters().tell("lost", me.getSelf());
            }
        });
    }

    /** An actor without a stash, which no priority mailbox can have. */
    static final class Plain extends AbstractActor {
        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(m -> getSender().tell("got " + m, getSelf())).build();
        }
    }

    /** The mailbox of the case {@code priority}. */
    public static final class Prio extends UnboundedPriorityMailbox {
        public Prio(ActorSystem.Settings settings, Config config) {
            super(new PriorityGenerator() {
                @Override
                public int gen(Object message) {
                    return message.equals("urgent") ? 0 : 1;
                }
            });
        }
    }
}
