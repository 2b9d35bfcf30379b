package dev.heddle.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongFileTest {
    @TempDir
    private Path folder;

    @Test
    void aLaterExecutionOfTheSameBuildForgetsNothing() throws IOException {
        Map<Object, Object> build = new HashMap<>();
        WrongFile.in(folder, build).add(List.of("one", "two"));
        WrongFile.in(folder, build).add(List.of());
        WrongFile.in(folder, build).add(List.of("three"));
        assertEquals(List.of("one", "two", "three"), WrongFile.in(folder, build).lines());
    }

    @Test
    void theNextBuildBeginsAnew() throws IOException {
        WrongFile.in(folder.resolve("reports"), new HashMap<>()).add(List.of("one"));
        Map<Object, Object> next = new HashMap<>();
        WrongFile.in(folder.resolve("reports"), next).add(List.of());
        assertEquals(List.of(), WrongFile.in(folder.resolve("reports"), next).lines());
        assertFalse(Files.exists(folder.resolve("reports/wrong.txt")), "there is nothing to say");
        WrongFile.in(folder.resolve("reports"), next).add(List.of("two"));
        assertEquals(List.of("two"), WrongFile.in(folder.resolve("reports"), next).lines());
    }

    @Test
    void whereNothingWasFuzzedNothingIsWrong() throws IOException {
        assertEquals(List.of(), WrongFile.in(folder.resolve("none"), new HashMap<>()).lines());
    }
}
