package dev.heddle.examples.cluster;

import dev.heddle.raft.KeyValueStore;
import java.io.PrintStream;

/** A shell that types by itself: the leader is killed, the others go on, and it comes back and catches up. */
final class Demo {

    private final Cluster<KeyValueStore> cluster;
    private final PrintStream out;
    private final Shell shell;

    Demo(Cluster<KeyValueStore> cluster, PrintStream out) {
        this.cluster = cluster;
        this.out = out;
        this.shell = new Shell(cluster, out);
    }

    void run() {
        shell.startAll();
        type("put colour red");
        type("cas colour red green");
        Client observer = cluster.client("observer", Cluster.ATTEMPT_TIMEOUT);
        observer.command("put observed yes").toCompletableFuture().join();
        String leader = observer.leader().toCompletableFuture().join();
        type("kill " + leader);
        type("put colour blue");
        type("get colour");
        type("status");
        type("start " + leader);
        cluster.machine(leader).when(store -> "blue".equals(store.query("get colour"))).join();
        type("status");
    }

    private void type(String line) {
        out.println("> " + line);
        shell.execute(line);
    }
}
