package dev.heddle.examples.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.ClientReply.Committed;
import dev.heddle.raft.ClientReply.Result;
import dev.heddle.raft.KeyValueStore;
import dev.heddle.raft.WordList;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cluster on real dispatchers, timers and files. */
class ClusterTest {

    @TempDir
    Path directory;

    private static <T> T get(CompletionStage<T> stage) throws Exception {
        return stage.toCompletableFuture().get(120, TimeUnit.SECONDS);
    }

    @Test
    void aKilledLeaderRecoversWhatItMissed() throws Exception {
        try (Cluster<WordList> cluster = new Cluster<>(directory, Cluster.TIMING, WordList::new)) {
            Cluster.NAMES.forEach(cluster::start);
            Client client = cluster.client("c", Cluster.ATTEMPT_TIMEOUT);
            Committed first = (Committed) get(client.command("append before"));
            String leader = get(client.leader());
            get(cluster.kill(leader));
            Committed second = (Committed) get(client.command("append meanwhile"));
            assertTrue(second.index() > first.index(), second + " after " + first);
            assertEquals(List.of("before"), cluster.machine(leader).read(list -> List.copyOf(list.words())));
            assertTrue(cluster.start(leader).batches() > 0);
            for (String name : Cluster.NAMES) {
                get(cluster.machine(name).when(list -> list.words().equals(List.of("before", "meanwhile"))));
            }
        }
    }

    @Test
    void allOfThemRecoverWhatWasCommitted() throws Exception {
        for (int run = 1; run <= 3; run++) {
            List<String> words = List.of("run1", "run2", "run3").subList(0, run);
            try (Cluster<WordList> cluster = new Cluster<>(directory, Cluster.TIMING, WordList::new)) {
                Cluster.NAMES.forEach(cluster::start);
                get(cluster.client("c", Cluster.ATTEMPT_TIMEOUT).command("append run" + run));
                for (String name : Cluster.NAMES) {
                    get(cluster.machine(name).when(list -> list.words().equals(words)));
                }
            }
        }
    }

    @Test
    void aQuestionIsAnsweredWithWhatWasRecovered() throws Exception {
        for (String expected : List.of("[]", "[w]")) {
            try (Cluster<WordList> cluster = new Cluster<>(directory, Cluster.TIMING, WordList::new)) {
                Cluster.NAMES.forEach(cluster::start);
                Client client = cluster.client("c", Cluster.ATTEMPT_TIMEOUT);
                assertEquals(new Result(expected), get(client.query("read")));
                if (expected.equals("[]")) {
                    get(client.command("append w"));
                }
            }
        }
    }

    @Test
    void theDemoShowsTheLeaderFailAndRecover() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
                Cluster<KeyValueStore> cluster = new Cluster<>(directory, Cluster.TIMING, KeyValueStore::new)) {
            new Demo(cluster, out).run();
        }
        String shown = text.toString(StandardCharsets.UTF_8);
        assertTrue(shown.matches(
                "(?s).*> kill (n[123])\n\\1 killed\n.*\\1 is down and had[^\n]*colour=green.*> start \\1\n.*"
                + "\\1 runs and has[^\n]*colour=blue.*"), shown);
    }

    @Test
    void theShellRefusesWhatCannotBe() throws Exception {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);
                Cluster<KeyValueStore> cluster = new Cluster<>(directory, Cluster.TIMING, KeyValueStore::new)) {
            Shell shell = new Shell(cluster, out);
            assertTrue(shell.execute("put a b"));
            assertTrue(shell.execute("kill n1"));
            assertTrue(shell.execute("start n9"));
            assertTrue(shell.execute("dance"));
            assertEquals(false, shell.execute("quit"));
        }
        assertEquals("""
                no majority of the servers runs, and so nobody could answer
                n1 is not one of the servers [n1, n2, n3] that run
                n9 is not one of the servers [n1, n2, n3] that do not run
                """ + Shell.HELP + "\n", text.toString(StandardCharsets.UTF_8));
    }
}
