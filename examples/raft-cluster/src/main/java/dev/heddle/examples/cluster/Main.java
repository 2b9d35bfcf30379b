package dev.heddle.examples.cluster;

import dev.heddle.raft.KeyValueStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The program: {@code demo} shows a server fail and recover; {@code DIRECTORY} opens a shell on a cluster
 * that lasts.
 */
public final class Main {

    private static final int MISUSED = 2;
    private static final List<String> HELP = List.of("--help", "-h");
    private static final String USAGE = """
            usage: demo         three servers, of which the leader is killed and comes back
                   DIRECTORY    a cluster whose files are in this directory, and a prompt""";

    private Main() {
    }

    public static void main(String[] arguments) throws IOException {
        int exit = run(List.of(arguments), System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Carries out a command line; the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        if (arguments.equals(List.of("demo"))) {
            demo();
        } else if (arguments.size() == 1 && HELP.contains(arguments.get(0))) {
            out.println(USAGE);
        } else if (arguments.size() == 1 && !arguments.get(0).startsWith("-")) {
            converse(Path.of(arguments.get(0)));
        } else {
            err.println(USAGE);
            return MISUSED;
        }
        return 0;
    }

    private static void demo() throws IOException {
        Path directory = Files.createTempDirectory("raft-cluster-");
        try (Cluster<KeyValueStore> cluster = new Cluster<>(directory, Cluster.TIMING, KeyValueStore::new)) {
            new Demo(cluster, System.out).run();
        } finally {
            delete(directory);
        }
    }

    private static void converse(Path directory) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        try (Cluster<KeyValueStore> cluster = new Cluster<>(directory, Cluster.TIMING, KeyValueStore::new)) {
            Shell shell = new Shell(cluster, System.out);
            shell.startAll();
            System.out.println(Shell.HELP);
            String line = "status";
            while (line != null && shell.execute(line)) {
                System.out.print("> ");
                System.out.flush();
                line = in.readLine();
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
