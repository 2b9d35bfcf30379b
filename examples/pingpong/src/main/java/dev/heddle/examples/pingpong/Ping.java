package dev.heddle.examples.pingpong;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;

/** Serves balls, one at each {@code serve}, and counts those that come back. */
final class Ping extends AbstractActor {
    private final ActorRef pong;
    private int served;
    private int returned;

    Ping(ActorRef pong) {
        this.pong = pong;
    }

    int served() {
        return served;
    }

    int returned() {
        return returned;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .matchEquals("serve", serve -> pong.tell("ball " + ++served, getSelf()))
                .matchAny(ball -> returned++)
                .build();
    }
}
