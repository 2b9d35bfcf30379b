package dev.heddle.cli.bench;

import dev.heddle.harness.fuzz.WallClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The time from starting a process to its first delivery, by the parent's clock. */
public final class StartProbe {
    /** What the process prints once it has delivered. */
    public static final String DELIVERED = "delivered";

    private static final int MAX_STARTS = 7;
    private static final int LIMIT_SECONDS = 120;

    private StartProbe() {}

    /**
     * The median of several starts, in milliseconds; the first start is not counted.
     *
     * @param nanos as many as fit into this time, but one at least
     */
    public static double startMillis(List<String> command, long nanos) throws IOException {
        long begin = WallClock.nanos();
        once(command);
        List<Double> millis = new ArrayList<>();
        do {
            millis.add(once(command));
        } while (millis.size() < MAX_STARTS && WallClock.nanos() - begin < nanos * millis.size() / (millis.size() + 1));
        return Rates.median(millis);
    }

    private static double once(List<String> command) throws IOException {
        long start = WallClock.nanos();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            long end = WallClock.nanos();
            if (!DELIVERED.equals(line)) {
                throw new IOException("a process started by '" + String.join(" ", command) + "' said: " + line);
            }
            process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            return (end - start) / 1e6;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a process to start", e);
        } finally {
            process.destroyForcibly();
        }
    }
}
