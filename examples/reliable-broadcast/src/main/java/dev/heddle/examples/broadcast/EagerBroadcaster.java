package dev.heddle.examples.broadcast;

import akka.actor.ActorRef;
import java.util.List;

/** The bug {@code deliver-first}: delivers what it hears, and relays it only then. */
final class EagerBroadcaster extends Broadcaster {
    EagerBroadcaster(List<ActorRef> peers) {
        super(peers);
    }

    @Override
    void heard(String word) {
        deliver(word);
        sendToAll(word);
    }

    @Override
    void sentToAll(String word) {
        deliver(word);
    }
}
