package dev.heddle.examples.broadcast;

import akka.actor.ActorRef;
import java.util.List;

/** The bug {@code no-relay}: leaves it to the sender to reach everybody. */
final class SilentBroadcaster extends Broadcaster {
    SilentBroadcaster(List<ActorRef> peers) {
        super(peers);
    }

    @Override
    void heard(String word) {
        deliver(word);
    }

    @Override
    void sentToAll(String word) {
        deliver(word);
    }
}
