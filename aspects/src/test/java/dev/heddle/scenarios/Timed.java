package dev.heddle.scenarios;

import akka.actor.AbstractActorWithTimers;
import akka.actor.AbstractFSM;
import akka.actor.Cancellable;
import akka.actor.Props;
import akka.actor.ReceiveTimeout;
import dev.heddle.api.NodeContext;
import java.time.Duration;

/** Timers of every kind. */
public final class Timed extends Cases {
    private static final Duration TICK = Duration.ofMillis(10);

    public Timed() {
        addProps("timers", node -> Props.create(WithTimers.class, WithTimers::new));
        addProps("fsm", node -> Props.create(Machine.class, Machine::new));
        add("receiveTimeout", node -> (me, m) -> {
            if (m.equals("go")) {
                me.asker = me.getSender();
                me.getContext().setReceiveTimeout(TICK);
            } else if (m instanceof ReceiveTimeout) {
                me.getContext().cancelReceiveTimeout();
                me.asker.tell("timed out", me.getSelf());
            }
        });
        add("scheduler", node -> (me, m) -> {
            if (m.equals("go")) {
                schedule(me);
            } else if (m.equals("cancel")) {
                ((Cancellable) me.kept).cancel();
            } else if (me.asker != null) {
                me.asker.tell(m, me.getSelf());
            }
        });
        add("clock", node -> (me, m) -> {
            if (m.equals("go")) {
                me.asker = me.getSender();
                me.getContext().getSystem().scheduler().scheduleOnce(
                        Duration.ofSeconds(5), me.getSelf(), "later", me.getContext().getDispatcher(), me.getSelf());
                me.kept = System.nanoTime();
            } else if (m.equals("later")) {
                me.asker.tell(System.nanoTime() - (Long) me.kept, me.getSelf());
            }
        });
        addProps("many", node -> onlyFirst(node));
    }

    private static Props onlyFirst(NodeContext node) {
        return Scripted.props((me, m) -> {
            if (m.equals("start") && node.name().equals("n1")) {
                me.getContext().getSystem().scheduler().scheduleWithFixedDelay(
                        TICK, TICK, me.getSelf(), "beat", me.getContext().getDispatcher(), me.getSelf());
            }
        });
    }

    private static void schedule(Scripted me) {
        me.asker = me.getSender();
        var scheduler = me.getContext().getSystem().scheduler();
        var executor = me.getContext().getDispatcher();
        scheduler.scheduleOnce(TICK, me.getSelf(), "message", executor, me.getSelf());
        scheduler.scheduleOnce(TICK, () -> me.getSelf().tell("from a runnable", me.getSelf()), executor);
        me.kept = scheduler.scheduleAtFixedRate(TICK, TICK, me.getSelf(), "again", executor, me.getSelf());
    }

    /** Timers by key. */
    static final class WithTimers extends AbstractActorWithTimers {
        @Override
        public Receive createReceive() {
            return receiveBuilder().matchEquals("go", m -> {
                getTimers().startSingleTimer("one", "single", TICK);
                getTimers().startTimerAtFixedRate(2, "rate", TICK);
                getTimers().startTimerWithFixedDelay("three", "delay", TICK);
                getTimers().startSingleTimer("never", "never", TICK);
                getTimers().cancel("never");
                getContext().become(receiveBuilder().matchAny(x -> getContext().getParent()).build(), false);
                getContext().unbecome();
                getSender().tell("armed", getSelf());
            }).matchEquals("rate", m -> getTimers().cancel(2)).matchAny(m -> getContext()).build();
        }
    }

    /** The states of a lamp. */
    enum Lamp { OFF, ON }

    /** A state machine with a state timeout and a named timer. */
    static final class Machine extends AbstractFSM<Lamp, Integer> {
        Machine() {
            startWith(Lamp.OFF, 0);
            when(Lamp.OFF, matchEventEquals("go", (e, d) -> {
                startSingleTimer("bulb", "burnt", TICK);
                return goTo(Lamp.ON).replying("on");
            }));
            when(Lamp.ON, TICK, matchEventEquals("burnt", (e, d) -> stay().using(d + 1))
                    .eventEquals(StateTimeout(), (e, d) -> goTo(Lamp.OFF)));
            initialize();
        }
    }
}
