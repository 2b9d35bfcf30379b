package com.example;

import akka.actor.AbstractActor;

/** Holds three drops; a thirsty waiter forgets. */
public final class Glass extends AbstractActor {
    private final boolean spills;
    private int drops;

    Glass(boolean spills) {
        this.spills = spills;
    }

    int drops() {
        return drops;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().matchEquals("pour", pour -> {
            if (drops < 3 || spills) {
                drops++;
            }
        }).build();
    }
}
