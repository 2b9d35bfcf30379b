package dev.heddle.examples.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a cluster under load again and again, with the signal that cannot be caught, and checks each
 * time that whatever a client was answered for is there, once, and in the place where it was.
 *
 * <p>The moments are drawn: so many lines of output after the start, which may be before, during or
 * after the recovery, and then a few milliseconds.
 */
final class KillNine {

    private static final int MOST_LINES = 600;
    private static final int EARLY_LINES = 5;
    private static final int ONE_IN_SO_MANY_IS_EARLY = 8;
    private static final int PATIENCE_MINUTES = 3;
    private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path directory;
    private final Random random;
    private final List<String> words = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> acknowledged = new LinkedHashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private int kills;
    private int beforeReady;
    private int cutOff;
    private long acknowledgements;

    KillNine(Path directory, long seed) {
        this.directory = directory;
        this.random = new Random(seed);
    }

    /** Arguments: how many kills, the seed of the moments, and a directory for the files. */
    public static void main(String[] arguments) throws Exception {
        KillNine killing = new KillNine(Path.of(arguments[2]), Long.parseLong(arguments[1]));
        int rounds = Integer.parseInt(arguments[0]);
        for (int round = 1; round <= rounds; round++) {
            killing.round();
            if (round % 10 == 0 || round == rounds) {
                System.out.println(killing);
            }
        }
        killing.lastRound();
        System.out.println(killing + "; at the end all are there, once");
    }

    /** Starts the cluster, checks what it recovered, and kills it at a drawn moment. */
    void round() throws Exception {
        boolean early = random.nextInt(ONE_IN_SO_MANY_IS_EARLY) == 0;
        int lines = 1 + random.nextInt(early ? EARLY_LINES : MOST_LINES);
        run(lines, !early, (long) (random.nextDouble() * MOST_NANOS));
        kills++;
    }

    /** Starts the cluster once more, to check what it recovered after the last kill. */
    void lastRound() throws Exception {
        run(0, true, 0);
    }

    int acknowledgedInAll() {
        return (int) acknowledgements;
    }

    private void run(int lines, boolean countFromReady, long nanos) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"),
                "-cp", System.getProperty("java.class.path"), "-XX:TieredStopAtLevel=1", "-Xmx512m",
                Victim.class.getName(), directory.toString(), String.valueOf(kills), String.valueOf(words.size()))
                .redirectError(errors().toFile()).start();
        CompletableFuture<Void> patience = CompletableFuture.runAsync(() -> child.toHandle().destroyForcibly(),
                CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES));
        try (BufferedReader output = child.inputReader(StandardCharsets.UTF_8)) {
            boolean ready = false;
            int left = lines;
            String line = "";
            while (left > 0 || countFromReady && !ready) {
                line = output.readLine();
                if (line == null) {
                    throw new IllegalStateException("the cluster ended by itself, or hung: " + complaints());
                }
                ready |= line.equals(Victim.READY);
                left -= countFromReady && !ready ? 0 : 1;
                take(line);
            }
            LockSupport.parkNanos(nanos);
            kill(child);
            beforeReady += ready ? 0 : 1;
            for (line = output.readLine(); line != null; line = output.readLine()) {
                take(line);
            }
        } finally {
            patience.cancel(false);
            kill(child);
        }
        check(complaints().isEmpty(), "the cluster complained: " + complaints());
    }

    /** What the child wrote that is none of its reports: Akka's log and stack traces. */
    private String complaints() throws IOException {
        return String.join("\n", complaints) + Files.readString(errors());
    }

    /** By its handle, as the process itself would also close the pipe, with acknowledgements still in it. */
    private static void kill(Process child) throws InterruptedException {
        child.toHandle().destroyForcibly();
        child.waitFor();
    }

    private Path errors() {
        return directory.resolveSibling(directory.getFileName() + ".errors");
    }

    private void take(String line) {
        if (line.startsWith(Victim.ACKNOWLEDGED)) {
            acknowledged.add(line.substring(Victim.ACKNOWLEDGED.length()));
            acknowledgements++;
        } else if (line.startsWith(Victim.PREFIX)) {
            check(line.equals(Victim.PREFIX + words.size() + " " + words.hashCode()),
                    "the first " + words.size() + " words are not what they were: " + line);
        } else if (line.startsWith(Victim.WORD)) {
            String word = line.substring(Victim.WORD.length());
            check(known.add(word), word + " was applied twice");
            words.add(word);
            acknowledged.remove(word);
        } else if (line.equals(Victim.READY)) {
            check(acknowledged.isEmpty(), "acknowledged and lost: " + acknowledged);
        } else if (line.startsWith(Victim.STARTED)) {
            cutOff += line.contains("cut off") ? 1 : 0;
        } else if (!line.isEmpty()) {
            complaints.add(line);
        }
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("after " + kills + " kills: " + otherwise);
        }
    }

    @Override
    public String toString() {
        return kills + " kills, " + beforeReady + " of them before the cluster had recovered; " + acknowledgements
                + " appends acknowledged, " + words.size() + " words recovered, each once; " + cutOff
                + " torn ends cut off";
    }
}
