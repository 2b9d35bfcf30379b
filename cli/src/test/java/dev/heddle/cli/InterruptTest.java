package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is told to end saves what it has and says so. */
class InterruptTest {
    @TempDir
    private Path out;

    private Path temporary;

    @BeforeEach
    void nameTheTemporaryFolder() {
        temporary = out.resolve("temporary");
    }

    @Test
    void aCampaignSaysWhatItHas() throws IOException, InterruptedException {
        Path stdout = out.resolve("stdout");
        Process process = start(stdout, "fuzz", "toy", "--bug", ToyTargets.SLOW, "--seed", "9", "--json", "--out",
                out.toString());
        waitForTheFirstDelivery(process);
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        Map<?, ?> json = (Map<?, ?>) Ran.json(Files.readString(stdout));
        assertEquals(ExitCode.INTERRUPTED, process.exitValue());
        assertEquals("interrupted", json.get("outcome"));
        assertTrue(Files.notExists(out.resolve("toy-slow-9")), "nothing was found");
    }

    @Test
    void whatCannotSaveAnythingStillSaysSo() throws IOException, InterruptedException {
        Path stdout = out.resolve("stdout");
        Process process = start(stdout, "audit", "toy", "--bug", ToyTargets.SLOW, "--executions", "100000", "--json");
        waitForTheFirstDelivery(process);
        process.destroy();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(ExitCode.INTERRUPTED, process.exitValue());
        assertEquals("interrupted", ((Map<?, ?>) Ran.json(Files.readString(stdout))).get("outcome"));
        try (Stream<Path> left = Files.list(temporary)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void aStudySaysHowFarItGotAndThatItGoesOn() throws IOException, InterruptedException {
        Process process = start(out.resolve("stdout"), "study", "toy", "--bugs", ToyTargets.SLOW, "--seeds", "2",
                "--strategies", "random", "--deliveries", "1000000", "--out", out.resolve("study").toString());
        waitForTheFirstDelivery(process);
        // Of the handle: that of the process closes what is still to be read.
        process.toHandle().destroy();
        String told = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(ExitCode.INTERRUPTED, process.exitValue());
        assertTrue(told.contains("heddle: interrupted after 0 of 2 searches; the same command goes on"), told);
    }

    private Process start(Path stdout, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectories(temporary), "-cp",
                System.getProperty("java.class.path"), ToyMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectOutput(stdout.toFile()).start();
    }

    private static void waitForTheFirstDelivery(Process process) throws IOException {
        BufferedReader err =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        String line = err.readLine();
        while (line != null && !line.equals("slowly")) {
            line = err.readLine();
        }
    }
}
