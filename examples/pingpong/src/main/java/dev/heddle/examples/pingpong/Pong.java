package dev.heddle.examples.pingpong;

import akka.actor.AbstractActor;

/** Sends every ball back to whoever sent it; the bug makes it send some back twice. */
final class Pong extends AbstractActor {
    private final boolean eager;
    private int balls;

    Pong(boolean eager) {
        this.eager = eager;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().matchAny(this::play).build();
    }

    private void play(Object ball) {
        getSender().tell(ball, getSelf());
        if (eager && ++balls % 3 == 0) {
            getSender().tell(ball, getSelf());
        }
    }
}
