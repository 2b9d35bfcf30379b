package dev.heddle.examples.cluster;

import dev.heddle.raft.ClientReply;
import dev.heddle.raft.KeyValueStore;
import dev.heddle.raft.StorageException;
import dev.heddle.raft.storage.RecoveryReport;
import java.io.PrintStream;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** A person's commands to a cluster that keeps keys and values, line by line, and what comes of them. */
final class Shell {

    static final String HELP = """
            put KEY VALUE | get KEY | cas KEY OLD NEW | delete KEY   a command to the cluster
            kill SERVER | start SERVER                               stop a server, start it again
            status                                                   who runs, and what each has applied
            quit""";

    private final Cluster<KeyValueStore> cluster;
    private final Client client;
    private final PrintStream out;

    Shell(Cluster<KeyValueStore> cluster, PrintStream out) {
        this.cluster = cluster;
        this.client = cluster.client("shell", Cluster.ATTEMPT_TIMEOUT);
        this.out = out;
    }

    void startAll() {
        Cluster.NAMES.forEach(this::start);
    }

    /** Does what a line says; whether another may follow. */
    boolean execute(String line) {
        String[] words = line.trim().split("\\s+");
        switch (words[0] + "/" + words.length) {
            case "put/3", "cas/4", "delete/2" -> request(() -> client.command(String.join(" ", words)));
            case "get/2" -> request(() -> client.query(String.join(" ", words)));
            case "kill/2" -> kill(words[1]);
            case "start/2" -> start(words[1]);
            case "status/1" -> status();
            case "quit/1" -> {
                return false;
            }
            default -> out.println(words[0].isEmpty() ? "" : HELP);
        }
        return true;
    }

    private void request(Supplier<CompletionStage<ClientReply>> request) {
        if (!majorityRuns()) {
            out.println("no majority of the servers runs, and so nobody could answer");
            return;
        }
        String answer = text(request.get().toCompletableFuture().join());
        out.println(answer + ", says " + client.leader().toCompletableFuture().join());
    }

    private boolean majorityRuns() {
        return Cluster.NAMES.stream().filter(cluster::runs).count() > Cluster.NAMES.size() / 2;
    }

    private static String text(ClientReply reply) {
        if (reply instanceof ClientReply.Committed committed) {
            return committed.result() + " (index " + committed.index() + ")";
        }
        return reply instanceof ClientReply.Result result ? result.text() : reply.toString();
    }

    private void start(String name) {
        if (!Cluster.NAMES.contains(name) || cluster.runs(name)) {
            out.println(name + " is not one of the servers " + Cluster.NAMES + " that do not run");
            return;
        }
        try {
            RecoveryReport report = cluster.start(name);
            out.println(name + " started; " + report);
        } catch (StorageException e) {
            out.println(name + " cannot start: " + e.getMessage());
        }
    }

    private void kill(String name) {
        if (!cluster.runs(name)) {
            out.println(name + " is not one of the servers " + Cluster.NAMES + " that run");
            return;
        }
        try {
            cluster.kill(name).toCompletableFuture().join();
            out.println(name + " killed");
        } catch (CompletionException e) {
            out.println(name + " could not be killed: " + e.getCause().getMessage());
        }
    }

    /** A question first: a leader that answers one has committed what the terms before its own left (thesis §6.4). */
    private void status() {
        if (majorityRuns()) {
            client.query("get anything").toCompletableFuture().join();
        }
        for (String name : Cluster.NAMES) {
            out.println(name + (cluster.runs(name) ? " runs and has" : " is down and had")
                    + " applied index " + cluster.machine(name).lastApplied() + ": "
                    + cluster.machine(name).read(store -> store.values().toString()));
        }
    }
}
