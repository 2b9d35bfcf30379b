package dev.heddle.examples.failover;

import akka.actor.ActorRef;
import java.util.SortedMap;

/**
 * Where a controller is put: what it starts as, and with whom it shares the work.
 *
 * @param peer the other controller
 * @param switches by their names
 */
record Post(boolean master, ActorRef peer, SortedMap<String, ActorRef> switches) {}
