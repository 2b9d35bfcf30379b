package dev.heddle.scenarios;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.Kill;
import akka.actor.Props;
import akka.actor.Terminated;

/** Exceptions and what supervision makes of them. */
public final class Supervising extends Cases {
    public Supervising() {
        add("restart", node -> (me, m) -> {
            if (m.equals("start")) {
                me.getContext().actorOf(child((c, x) -> {
                    if (x.equals("restarted") || x.equals("count")) {
                        c.getContext().getParent().tell(x + " " + c.count++, c.getSelf());
                    }
                }), "kid");
            } else if (m.equals("go")) {
                me.asker = me.getSender();
                ActorRef kid = me.getContext().findChild("kid").orElseThrow();
                kid.tell("count", me.getSelf());
                kid.tell("throw it", me.getSelf());
                kid.tell("count", me.getSelf());
            } else if (me.asker != null) {
                me.asker.tell(m, me.getSelf());
            }
        });
        add("top", node -> (me, m) -> {
            if (m.equals("count")) {
                reply(me, "count " + me.count++);
            }
        });
        addProps("constructor", node -> Props.create(Failing.class));
        add("kill", node -> (me, m) -> {
            if (m.equals("go")) {
                ActorRef kid = me.getContext().actorOf(child((c, x) -> c.getContext()), "kid");
                me.getContext().watch(kid);
                kid.tell(Kill.getInstance(), me.getSelf());
            }
        });
        addProps("pact", node -> Props.create(Pact.class));
        add("task", node -> (me, m) -> {
            if (m.equals("go")) {
                me.getContext().getDispatcher().execute(() -> {
                    throw new IllegalStateException("in a task");
                });
            } else if (m.equals("timer")) {
                me.getContext().getSystem().scheduler().scheduleOnce(java.time.Duration.ofMillis(1), () -> {
                    throw new IllegalStateException("in a timer");
                }, me.getContext().getDispatcher());
            } else if (m.equals("fatal")) {
                throw new LinkageError("past supervision");
            } else if (m.equals("deep")) {
                deeper(me, 0);
            } else if (m.equals("memory")) {
                throw new OutOfMemoryError("Java heap space");
            }
        });
    }

    private static int deeper(Scripted me, int depth) {
        return 1 + deeper(me, depth + 1) + me.count;
    }

    /** An actor that cannot be made. */
    static final class Failing extends AbstractActor {
        Failing() {
            throw new IllegalStateException("cannot be made");
        }

        @Override
        public Receive createReceive() {
            return emptyBehavior();
        }
    }

    /** An actor that dies with its child. */
    static final class Pact extends AbstractActor {
        @Override
        public Receive createReceive() {
            return receiveBuilder().match(String.class, m -> {
                if (m.equals("go")) {
                    ActorRef kid = getContext().actorOf(child((c, x) -> c.getContext()), "kid");
                    getContext().watch(kid);
                    getContext().stop(kid);
                }
            }).build();
        }

        @Override
        public void unhandled(Object message) {
            if (message instanceof Terminated) {
                super.unhandled(message);
            }
        }
    }
}
