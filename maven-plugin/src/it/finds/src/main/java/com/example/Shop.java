package com.example;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;

/** Sells what the warehouse has. */
public class Shop extends AbstractActor {
    private final ActorRef warehouse;

    Shop(ActorRef warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .matchEquals("buy", buy -> warehouse.tell(new Warehouse.HowMany(), getSelf()))
                .match(Warehouse.Left.class, left -> {
                    if (left.count() > 0) {
                        warehouse.tell(new Warehouse.Take(), getSelf());
                    }
                })
                .build();
    }
}
