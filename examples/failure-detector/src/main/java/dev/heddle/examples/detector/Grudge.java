package dev.heddle.examples.detector;

import akka.actor.ActorRef;
import java.time.Duration;
import java.util.Map;

/** A detector that never trusts again. */
final class Grudge extends Detector {
    Grudge(String name, Map<String, ActorRef> peers, Duration interval, Patience patience) {
        super(name, peers, interval, patience);
    }

    @Override
    void mistaken(String peer) {
        // Once suspected, always suspected.
    }
}
