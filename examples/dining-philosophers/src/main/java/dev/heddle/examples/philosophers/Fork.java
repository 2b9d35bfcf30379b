package dev.heddle.examples.philosophers;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import java.util.ArrayDeque;
import java.util.Deque;

/** Is given to one philosopher at a time, in the order in which they ask. */
final class Fork extends AbstractActor {
    /** What is said to a fork, and what it says. */
    enum Word {
        /** A philosopher wants it. */
        TAKE,
        /** It is the philosopher's now. */
        TAKEN,
        /** The philosopher who has it needs it no more. */
        PUT_DOWN
    }

    /** Whoever has it, then those who wait. */
    private final Deque<ActorRef> line = new ArrayDeque<>();

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .matchEquals(Word.TAKE, take -> {
                    line.add(getSender());
                    if (line.size() == 1) {
                        give();
                    }
                })
                .matchEquals(Word.PUT_DOWN, putDown -> {
                    line.remove();
                    give();
                })
                .build();
    }

    private void give() {
        if (!line.isEmpty()) {
            line.peek().tell(Word.TAKEN, getSelf());
        }
    }
}
