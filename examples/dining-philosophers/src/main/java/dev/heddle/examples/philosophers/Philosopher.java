package dev.heddle.examples.philosophers;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.examples.philosophers.Fork.Word;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A seat at the table: a philosopher, and the fork at the left of the plate.
 *
 * <p>Each guest who asks to {@code dine} makes the philosopher hungry once. It takes one fork after the
 * other, eats for a while, puts both down and tells the guest.
 */
final class Philosopher extends AbstractActorWithTimers {
    static final String DINE = "dine";
    static final String DINED = "dined";
    private static final String FULL = "full";
    private static final Duration MEAL = Duration.ofMillis(10);

    private final ActorRef leftFork = getContext().actorOf(Props.create(Fork.class, Fork::new), "fork");
    private final List<ActorRef> forks;
    private final Deque<ActorRef> guests = new ArrayDeque<>();
    private int held;

    /**
     * @param neighbour the seat at the right, where the other fork is
     * @param rightFirst whether the right fork is taken first
     */
    Philosopher(ActorRef neighbour, boolean rightFirst) {
        forks = rightFirst ? List.of(neighbour, leftFork) : List.of(leftFork, neighbour);
    }

    /** How many guests wait for it to dine. */
    int guests() {
        return guests.size();
    }

    /** How many forks it has. */
    int held() {
        return held;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .matchEquals(DINE, dine -> {
                    guests.add(getSender());
                    if (guests.size() == 1) {
                        forks.get(0).tell(Word.TAKE, getSelf());
                    }
                })
                .matchEquals(Word.TAKEN, taken -> taken())
                .matchEquals(FULL, full -> full())
                // For the fork that lies here: the neighbour knows the seat only.
                .match(Word.class, word -> leftFork.forward(word, getContext()))
                .build();
    }

    private void taken() {
        held++;
        if (held < forks.size()) {
            forks.get(held).tell(Word.TAKE, getSelf());
        } else {
            getTimers().startSingleTimer(FULL, FULL, MEAL);
        }
    }

    private void full() {
        forks.forEach(fork -> fork.tell(Word.PUT_DOWN, getSelf()));
        held = 0;
        guests.remove().tell(DINED, getSelf());
        if (!guests.isEmpty()) {
            forks.get(0).tell(Word.TAKE, getSelf());
        }
    }
}
