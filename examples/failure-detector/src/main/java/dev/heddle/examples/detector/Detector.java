package dev.heddle.examples.detector;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sends heartbeats to its peers, and suspects those from whom none has come for a while. */
class Detector extends AbstractActorWithTimers {
    /** A sign of life. */
    record Heartbeat(String from) {}

    /** No heartbeat of a peer has come in time. */
    private record Late(String peer) {}

    private static final String TICK = "tick";

    private final String name;
    private final SortedMap<String, ActorRef> peers;
    private final Patience patience;
    private final SortedSet<String> suspects = new TreeSet<>();
    private final SortedMap<String, Integer> mistakes = new TreeMap<>();

    /**
     * @param peers the others by their names
     * @param interval the time between two heartbeats
     */
    Detector(String name, Map<String, ActorRef> peers, Duration interval, Patience patience) {
        this.name = name;
        this.peers = new TreeMap<>(peers);
        this.patience = patience;
        getTimers().startTimerWithFixedDelay(TICK, TICK, interval);
        this.peers.keySet().forEach(this::await);
    }

    /** Whom it believes to have failed. */
    SortedSet<String> suspects() {
        return Collections.unmodifiableSortedSet(suspects);
    }

    /** How often it was wrong. */
    int mistakes() {
        return mistakes.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .matchEquals(TICK, tick -> peers.values().forEach(p -> p.tell(new Heartbeat(name), getSelf())))
                .match(Late.class, late -> suspects.add(late.peer()))
                .match(Heartbeat.class, heartbeat -> {
                    if (suspects.contains(heartbeat.from())) {
                        mistaken(heartbeat.from());
                    }
                    await(heartbeat.from());
                })
                .build();
    }

    /** Somebody who was suspected is alive. */
    void mistaken(String peer) {
        suspects.remove(peer);
        mistakes.merge(peer, 1, Integer::sum);
    }

    private void await(String peer) {
        Duration wait = patience.after(mistakes.getOrDefault(peer, 0));
        getTimers().startSingleTimer("late " + peer, new Late(peer), wait);
    }
}
