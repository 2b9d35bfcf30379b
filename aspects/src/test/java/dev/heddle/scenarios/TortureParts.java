package dev.heddle.scenarios;

import akka.actor.AbstractActor;
import akka.actor.AbstractActorWithStash;
import akka.actor.AbstractFSM;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.Behaviors;
import java.time.Duration;

/** The actors below a node of {@link Torture}. */
final class TortureParts {
    private TortureParts() {}

    /** The states of the machine. */
    enum Phase { A, B }

    /** Goes to and fro, driven by messages and state timeouts. */
    static final class Machine extends AbstractFSM<Phase, Integer> {
        Machine() {
            startWith(Phase.A, 0);
            when(Phase.A, Duration.ofMillis(50), matchEventEquals("go", (e, d) -> goTo(Phase.B).using(d + 1))
                    .eventEquals(StateTimeout(), (e, d) -> goTo(Phase.B).using(d + 100)));
            when(Phase.B, Duration.ofMillis(70), matchEventEquals("go", (e, d) -> goTo(Phase.A).using(d + 1))
                    .eventEquals(StateTimeout(), (e, d) -> goTo(Phase.A).using(d + 1000)));
            onTransition((from, to) -> getContext().getParent().tell("machine " + to + stateData(), getSelf()));
            whenUnhandled(matchAnyEvent((e, d) -> stay()));
            initialize();
        }
    }

    /** Says everything back. */
    static final class Echo extends AbstractActor {
        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(m -> getSender().tell("echo " + m, getSelf())).build();
        }
    }

    /** Stashes while it is closed, and fails when told to. */
    static final class Moody extends AbstractActorWithStash {
        @Override
        public Receive createReceive() {
            return receiveBuilder().matchEquals("close", m -> getContext().become(closed(), false))
                    .matchEquals("boom", m -> {
                        throw new IllegalStateException("boom");
                    })
                    .matchEquals("late", m -> getContext().getParent().tell("unstashed", getSelf()))
                    .matchAny(m -> getContext().getParent()).build();
        }

        private Receive closed() {
            return receiveBuilder().matchEquals("open", m -> {
                unstashAll();
                getContext().unbecome();
            }).matchAny(m -> stash()).build();
        }

        @Override
        public void postRestart(Throwable reason) {
            getContext().getParent().tell("restarted", getSelf());
        }
    }

    /** A typed actor with timers, a supervised child and messages to itself. */
    static Behavior<Object> typed() {
        return Behaviors.setup(context -> Behaviors.withTimers(timers -> {
            timers.startTimerAtFixedRate("typed tick", "tick", Duration.ofMillis(25));
            Behavior<Object> fragile = Behaviors.receiveMessage(m -> {
                if (m.toString().endsWith("7")) {
                    throw new IllegalStateException("typed");
                }
                return Behaviors.same();
            });
            ActorRef<Object> child = context.spawn(
                    Behaviors.supervise(fragile).onFailure(SupervisorStrategy.restart()), "child");
            int[] count = {0};
            return Behaviors.receiveMessage(m -> {
                if (m.equals("tick")) {
                    child.tell("typed " + count[0]++);
                    context.getSelf().tell("self " + count[0]);
                    context.scheduleOnce(Duration.ofMillis(11), context.getSelf(), "later " + count[0]);
                }
                return Behaviors.same();
            });
        }));
    }
}
