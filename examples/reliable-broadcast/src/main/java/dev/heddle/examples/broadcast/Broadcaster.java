package dev.heddle.examples.broadcast;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A node that says words to all others, one node at a time, so that a long list of peers does not keep other messages
 * waiting. What it does with a word that it hears is up to the subclasses.
 */
abstract class Broadcaster extends AbstractActor {
    /** From a client: broadcast a word. */
    record Say(String word) {}

    /** From a peer: a word that somebody broadcasts. */
    record Gossip(String word) {}

    /** To itself: go on with the next peer. */
    private record SendOn(String word, int peer) {}

    private final List<ActorRef> peers;
    private final SortedSet<String> heard = new TreeSet<>();
    private final SortedSet<String> delivered = new TreeSet<>();

    Broadcaster(List<ActorRef> peers) {
        this.peers = peers;
    }

    /** A live view of the words that the application got. */
    final SortedSet<String> delivered() {
        return Collections.unmodifiableSortedSet(delivered);
    }

    @Override
    public final Receive createReceive() {
        return receiveBuilder()
                .match(Say.class, say -> said(say.word()))
                .match(Gossip.class, gossip -> {
                    if (heard.add(gossip.word())) {
                        heard(gossip.word());
                    }
                })
                .match(SendOn.class, next -> send(next.word(), next.peer()))
                .build();
    }

    /** A peer broadcasts a word of which this node knew nothing. */
    abstract void heard(String word);

    /** All peers were sent a word by this node. */
    abstract void sentToAll(String word);

    private void said(String word) {
        if (heard.add(word)) {
            sendToAll(word);
        }
    }

    final void sendToAll(String word) {
        send(word, 0);
    }

    private void send(String word, int peer) {
        if (peer == peers.size()) {
            sentToAll(word);
        } else {
            peers.get(peer).tell(new Gossip(word), getSelf());
            getSelf().tell(new SendOn(word, peer + 1), getSelf());
        }
    }

    /** Hands a word to the application; once. */
    final void deliver(String word) {
        delivered.add(word);
    }
}
