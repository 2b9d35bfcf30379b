package dev.heddle.examples.broadcast;

import akka.actor.ActorRef;
import java.util.List;

/**
 * Relays what it hears to all, and delivers it only then: whoever delivers a word has made sure that nobody misses it
 * (Hadzilacos and Toueg 1994).
 */
final class RelayingBroadcaster extends Broadcaster {
    RelayingBroadcaster(List<ActorRef> peers) {
        super(peers);
    }

    @Override
    void heard(String word) {
        sendToAll(word);
    }

    @Override
    void sentToAll(String word) {
        deliver(word);
    }
}
