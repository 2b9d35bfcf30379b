package dev.heddle.akka;

import akka.dispatch.Envelope;
import dev.heddle.harness.world.Endpoint;

/** Whatever messages can be delivered to: an actor, or the asker of a question. */
abstract class Receiver {
    /** Its address; null for what belongs to no node. */
    abstract Endpoint endpoint();

    /** Takes a message and is done with it when this returns. */
    abstract void accept(Envelope envelope);
}
