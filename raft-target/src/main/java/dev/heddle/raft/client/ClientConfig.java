package dev.heddle.raft.client;

import akka.actor.ActorRef;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Everything a {@link ClientActor} needs to be a client of a cluster.
 *
 * @param name what its sessions' names begin with, unless it opens them
 * @param servers the names of the servers it may ask, at least one
 * @param peers finds a server's actor by name, asked for each attempt; null if there is none now
 * @param attemptTimeout how long it waits for a server's answer before it asks the next one; longer
 *     than the cluster usually takes to commit
 * @param pause how long it waits before it asks again when the servers know of no leader
 * @param opensSessions whether it opens a session at the servers before its first command, as servers that limit
 *     sessions want
 */
public record ClientConfig(String name, List<String> servers, Function<String, ActorRef> peers,
        Duration attemptTimeout, Duration pause, boolean opensSessions) {

    public ClientConfig {
        servers = List.copyOf(servers);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a client needs at least one server to ask");
        }
    }

    /** A client that asks the next server after 500 ms, and pauses for 50 ms: fits the servers' standard timing. */
    public static ClientConfig of(String name, List<String> servers, Function<String, ActorRef> peers) {
        return new ClientConfig(name, servers, peers, Duration.ofMillis(500), Duration.ofMillis(50), false);
    }

    public ClientConfig withAttemptTimeout(Duration attemptTimeout) {
        return new ClientConfig(name, servers, peers, attemptTimeout, pause, opensSessions);
    }

    public ClientConfig withPause(Duration pause) {
        return new ClientConfig(name, servers, peers, attemptTimeout, pause, opensSessions);
    }

    /** A client of servers that limit sessions. */
    public ClientConfig withOpenedSessions() {
        return new ClientConfig(name, servers, peers, attemptTimeout, pause, true);
    }
}
