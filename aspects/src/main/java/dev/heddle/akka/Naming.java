package dev.heddle.akka;

import akka.actor.ActorPath;

/** The uids and names that Akka would take from global counters and generators, made so that they repeat. */
final class Naming {
    private final Steering steering;
    private int nextUid;

    Naming(Steering steering) {
        this.steering = steering;
    }

    /** The next actor gets this uid, since it is a node; 0 for none. */
    void nextUid(int uid) {
        nextUid = uid;
    }

    /** The uid of a new actor, which is also its hash code; never 0. */
    int uid() {
        int given = nextUid;
        nextUid = 0;
        if (given != 0) {
            return given;
        }
        NodeSlot slot = steering.slot();
        return slot == null ? (int) steering.infrastructure().draw() | 1 : slot.nextUid();
    }

    /** The name of an actor that a node creates at top level without one. */
    String topLevelName() {
        NodeSlot slot = steering.slot();
        return "$" + slot.name() + "-" + slot.nextName();
    }

    /** The path that an answer is sent to; {@code akkas} is the one that Akka would have given it. */
    ActorPath question(ActorPath akkas) {
        NodeSlot slot = steering.slot();
        if (slot == null || akkas.name().contains(Population.QUESTION)) {
            return akkas;
        }
        return akkas.parent().child(slot.name() + Population.QUESTION + slot.nextQuestion());
    }
}
