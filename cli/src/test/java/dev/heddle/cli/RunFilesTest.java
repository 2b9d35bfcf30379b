package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was found is not lost when the folder of runs is. */
class RunFilesTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private RunFiles files(Path out) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new RunFiles(new Output(stream, stream, false), Header.of("toy", 4, 7), out.toString());
    }

    private static void blockWithAFile(Path path) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path);
    }

    @Test
    void theTemporaryFolderServesInstead() throws IOException {
        Path out = folder.resolve("runs");
        RunFiles files = files(out);
        blockWithAFile(out);
        Path saved = files.saveSchedule("found.schedule", "events");
        assertEquals("events", Files.readString(saved));
        assertTrue(saved.startsWith(System.getProperty("java.io.tmpdir")), saved.toString());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("heddle: trying "), err.toString());
        Files.delete(saved);
        Files.delete(saved.getParent());
    }

    @Test
    void failingThatItIsPrinted() throws IOException {
        Path out = folder.resolve("runs");
        RunFiles files = files(out);
        blockWithAFile(out);
        String temporary = System.getProperty("java.io.tmpdir");
        System.setProperty("java.io.tmpdir", out.toString());
        try {
            assertEquals(null, files.saveSchedule("found.schedule", "events"));
        } finally {
            System.setProperty("java.io.tmpdir", temporary);
        }
        assertTrue(err.toString(StandardCharsets.UTF_8).endsWith("keep it:\nevents\n"), err.toString());
    }

    @Test
    void anExistingRunIsKept() throws IOException {
        assertEquals("toy-none-7", files(folder).save("x", "1").getParent().getFileName().toString());
        assertEquals("toy-none-7-2", files(folder).save("x", "2").getParent().getFileName().toString());
    }
}
