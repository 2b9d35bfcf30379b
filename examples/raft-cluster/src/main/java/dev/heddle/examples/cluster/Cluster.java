package dev.heddle.examples.cluster;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.PoisonPill;
import akka.pattern.Patterns;
import com.typesafe.config.ConfigFactory;
import dev.heddle.raft.RaftActor;
import dev.heddle.raft.RaftConfig;
import dev.heddle.raft.RaftFeatures;
import dev.heddle.raft.StateMachine;
import dev.heddle.raft.Timing;
import dev.heddle.raft.client.ClientActor;
import dev.heddle.raft.client.ClientConfig;
import dev.heddle.raft.storage.FileStorage;
import dev.heddle.raft.storage.RecoveryReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Three servers in one actor system, each with its files in a directory of its own; they can be
 * stopped and started one by one.
 */
final class Cluster<M extends StateMachine> implements AutoCloseable {

    static final List<String> NAMES = List.of("n1", "n2", "n3");
    /** A server waits for its disk several times in a heartbeat's round trip, and others share the machine. */
    static final Timing TIMING = new Timing(
            Duration.ofMillis(500), Duration.ofMillis(1000), Duration.ofMillis(100), Duration.ofMillis(200));
    static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(2);
    private static final int COMPACT_EVERY = 1_000;
    private static final Duration STOPPING_TIMEOUT = Duration.ofSeconds(60);

    private final ActorSystem system;
    private final Path directory;
    private final Timing timing;
    private final Map<String, ActorRef> actors = new ConcurrentHashMap<>();
    private final Map<String, FileStorage> storages = new ConcurrentHashMap<>();
    private final Map<String, Watched<M>> machines = new ConcurrentHashMap<>();
    private int incarnations;

    /** A cluster none of whose servers runs yet; what they stored before is in the directory. */
    Cluster(Path directory, Timing timing, Supplier<M> machine) {
        this.directory = directory;
        this.timing = timing;
        this.system = ActorSystem.create(
                "raft-cluster", ConfigFactory.load("raft-cluster"), Cluster.class.getClassLoader());
        NAMES.forEach(name -> machines.put(name, new Watched<>(machine)));
    }

    /** Starts a server that does not run, on what its files hold. */
    synchronized RecoveryReport start(String name) {
        FileStorage storage = FileStorage.open(directory.resolve(name));
        storages.put(name, storage);
        RaftConfig config = RaftConfig.of(name, NAMES, actors::get)
                .withStorage(storage)
                .withStateMachine(machines.get(name)::started)
                .withTiming(timing)
                .withFeatures(RaftFeatures.figure2().withCompactEvery(COMPACT_EVERY));
        actors.put(name, system.actorOf(
                RaftActor.props(config).withDispatcher("raft-dispatcher"), name + "-" + ++incarnations));
        return storage.report();
    }

    boolean runs(String name) {
        return actors.containsKey(name);
    }

    /** Stops a server; completes when its files are free. */
    synchronized CompletionStage<Void> kill(String name) {
        ActorRef actor = actors.remove(name);
        FileStorage storage = storages.remove(name);
        if (actor == null) {
            return CompletableFuture.completedFuture(null);
        }
        return Patterns.gracefulStop(actor, STOPPING_TIMEOUT, PoisonPill.getInstance())
                .thenAccept(stopped -> storage.close());
    }

    Watched<M> machine(String name) {
        return machines.get(name);
    }

    /** A new client of all servers, which asks again after this time. */
    Client client(String name, Duration attemptTimeout) {
        ClientConfig config = ClientConfig.of(name, NAMES, actors::get).withAttemptTimeout(attemptTimeout);
        return new Client(system.actorOf(ClientActor.props(config)));
    }

    @Override
    public void close() {
        List<CompletableFuture<Void>> killed = new ArrayList<>();
        NAMES.forEach(name -> killed.add(kill(name).toCompletableFuture()));
        CompletableFuture.allOf(killed.toArray(new CompletableFuture<?>[0])).join();
        system.terminate();
        system.getWhenTerminated().toCompletableFuture().join();
    }
}
