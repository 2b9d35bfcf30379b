package dev.heddle.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    Path out;

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void isNamedAfterTargetBugsAndSeed() throws IOException {
        RunDirectory.create(out.resolve("a/b"), "raft", List.of(), 7);
        RunDirectory.create(out.resolve("a/b"), "raft", List.of("raft-45", "raft-46"), -7);
        RunDirectory.create(out.resolve("a/b"), "com.example.My$Scenario", List.of("../x y"), 1);
        assertEquals(
                List.of("com.example.My_Scenario-.._x_y-1", "raft-none-7", "raft-raft-45+raft-46--7"),
                names(out.resolve("a/b")));
    }

    @Test
    void anExistingOneIsKept() throws IOException {
        RunDirectory first = RunDirectory.create(out, "raft", List.of(), 7);
        first.write("summary.json", "1");
        RunDirectory second = RunDirectory.create(out, "raft", List.of(), 7);
        second.write("summary.json", "2");
        RunDirectory.create(out, "raft", List.of(), 7);
        assertEquals(List.of("raft-none-7", "raft-none-7-2", "raft-none-7-3"), names(out));
        assertEquals("1", Files.readString(first.path().resolve("summary.json")));
        assertEquals("2", Files.readString(second.path().resolve("summary.json")));
    }

    @Test
    void aFileInTheWayIsKeptToo() throws IOException {
        Files.writeString(out.resolve("raft-none-7"), "mine");
        assertEquals(out.resolve("raft-none-7-2"), RunDirectory.create(out, "raft", List.of(), 7).path());
        assertEquals("mine", Files.readString(out.resolve("raft-none-7")));
    }

    @Test
    void filesAreWrittenWholeAndNothingElseStays() throws IOException {
        RunDirectory run = RunDirectory.create(out, "raft", List.of(), 7);
        Path file = run.write("found.schedule", "漢字\n");
        run.write("found.schedule", "é\n");
        assertEquals("é\n", Files.readString(file));
        assertEquals(List.of("found.schedule"), names(run.path()));
    }

    /** The target of the rename is a folder that is not empty, so the last step fails. */
    @Test
    void aWriteThatFailsLeavesNothingBehind() throws IOException {
        RunDirectory run = RunDirectory.create(out, "raft", List.of(), 7);
        Files.createDirectories(run.path().resolve("taken/inside"));
        assertThrows(IOException.class, () -> run.write("taken", "x"));
        assertEquals(List.of("taken"), names(run.path()));
    }

    @Test
    void aFolderThatCannotBeWrittenIsAnError() throws IOException {
        Path file = Files.writeString(out.resolve("file"), "");
        assertThrows(IOException.class, () -> RunDirectory.create(file, "raft", List.of(), 7));
        assertThrows(IOException.class, () -> RunDirectory.create(file.resolve("below"), "raft", List.of(), 7));
        Path missing = out.resolve("missing/x.schedule");
        assertThrows(IOException.class, () -> RunDirectory.writeWhole(missing, "x"));
        assertTrue(Files.notExists(missing.getParent()));
    }
}
