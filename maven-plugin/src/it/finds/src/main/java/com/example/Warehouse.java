package com.example;

import akka.actor.AbstractActor;

/** Knows how many are left. */
public class Warehouse extends AbstractActor {
    record HowMany() {}

    record Left(int count) {}

    record Take() {}

    private int left = 1;

    int left() {
        return left;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(HowMany.class, question -> getSender().tell(new Left(left), getSelf()))
                .match(Take.class, take -> left--)
                .build();
    }
}
