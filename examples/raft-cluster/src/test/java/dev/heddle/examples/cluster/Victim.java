package dev.heddle.examples.cluster;

import dev.heddle.raft.ClientReply;
import dev.heddle.raft.Timing;
import dev.heddle.raft.WordList;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The process that {@link KillNine} kills: a cluster under load that says on its standard output
 * what it recovered and, from then on, each word whose append it was answered for.
 */
final class Victim {

    static final String APPEND = "append ";
    static final String STARTED = "started ";
    static final String PREFIX = "prefix ";
    static final String WORD = "word ";
    static final String READY = "ready";
    static final String ACKNOWLEDGED = "ack ";

    private static final int CLIENTS = 6;
    /** Less than many commits take, so that many commands are sent more than once. */
    private static final Duration IMPATIENT = Duration.ofMillis(15);
    private static final int ACKNOWLEDGEMENTS_BETWEEN_RESTARTS = 40;
    private static final Timing TIMING =
            new Timing(Duration.ofMillis(300), Duration.ofMillis(600), Duration.ofMillis(60), Duration.ofMillis(120));

    private final Cluster<WordList> cluster;
    private final PrintStream out = System.out;
    private final int round;
    private final AtomicInteger acknowledgements = new AtomicInteger();
    private CompletableFuture<Void> restarted = CompletableFuture.completedFuture(null);
    private int restarts;

    private Victim(Path directory, int round) {
        this.cluster = new Cluster<>(directory, TIMING, WordList::new);
        this.round = round;
    }

    /** Arguments: the directory, the number of the round, and how many words the parent knows already. */
    public static void main(String[] arguments) {
        endWithTheParent();
        Victim victim = new Victim(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        victim.start();
        victim.tellWhatIsThere(Integer.parseInt(arguments[2]));
        victim.work();
    }

    /** The parent holds the other end of standard input, which closes when it is gone, however it went. */
    private static void endWithTheParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    continue;
                }
            } catch (IOException e) {
                System.err.println("standard input: " + e);
            }
            Runtime.getRuntime().halt(0);
        }, "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private void start() {
        for (String name : Cluster.NAMES) {
            out.println(STARTED + cluster.start(name));
        }
    }

    /** A word of this round is committed after all of earlier rounds: who has applied it has applied those. */
    private void tellWhatIsThere(int known) {
        String barrier = "barrier" + round;
        cluster.client("barrier", Cluster.ATTEMPT_TIMEOUT).command(APPEND + barrier).toCompletableFuture().join();
        List<String> first = null;
        for (String name : Cluster.NAMES) {
            Watched<WordList> machine = cluster.machine(name);
            machine.when(list -> list.words().contains(barrier)).join();
            List<String> words = machine.read(list -> List.copyOf(list.words()));
            List<String> upToBarrier = words.subList(0, words.indexOf(barrier) + 1);
            if (first != null && !first.equals(upToBarrier)) {
                throw new IllegalStateException(name + " has other words than " + Cluster.NAMES.get(0));
            }
            first = upToBarrier;
        }
        int old = Math.min(known, first.size());
        out.println(PREFIX + old + " " + first.subList(0, old).hashCode());
        first.subList(old, first.size()).forEach(word -> out.println(WORD + word));
        out.println(READY);
    }

    private void work() {
        for (int client = 0; client < CLIENTS; client++) {
            append(cluster.client("c" + client, IMPATIENT), "r" + round + "c" + client + "w", 1);
        }
    }

    private void append(Client client, String prefix, int number) {
        client.command(APPEND + prefix + number).whenComplete((reply, error) -> {
            if (!(reply instanceof ClientReply.Committed)) {
                throw new CompletionException(reply + " for " + prefix + number, error);
            }
            out.println(ACKNOWLEDGED + prefix + number);
            if (acknowledgements.incrementAndGet() % ACKNOWLEDGEMENTS_BETWEEN_RESTARTS == 0) {
                restartOne();
            }
            append(client, prefix, number + 1);
        });
    }

    /** Stops a server under load and starts it again, once the one before is through with that. */
    private synchronized void restartOne() {
        String name = Cluster.NAMES.get(restarts++ % Cluster.NAMES.size());
        restarted = restarted.thenCompose(before -> cluster.kill(name).thenRun(() -> cluster.start(name)))
                .toCompletableFuture();
        restarted.whenComplete((done, error) -> {
            if (error != null) {
                error.printStackTrace();
            }
        });
    }
}
