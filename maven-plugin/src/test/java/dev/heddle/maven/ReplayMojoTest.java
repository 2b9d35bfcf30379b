package dev.heddle.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReplayMojoTest {
    private static final Path CORPUS = Path.of("project", "src", "test", "heddle");

    @Test
    void schedulesOfOneNameInSeveralFoldersHaveFilesOfTheirOwn() {
        assertEquals(Path.of("a.schedule"), ReplayMojo.nameBelow(CORPUS, CORPUS.resolve("a.schedule")));
        assertEquals(Path.of("x", "a.schedule"), ReplayMojo.nameBelow(CORPUS, CORPUS.resolve("x/a.schedule")));
        assertEquals(Path.of("y", "a.schedule"), ReplayMojo.nameBelow(CORPUS, CORPUS.resolve("x/../y/a.schedule")));
    }

    @Test
    void aScheduleFromElsewhereKeepsItsName() {
        assertEquals(Path.of("a.schedule"), ReplayMojo.nameBelow(CORPUS, Path.of("runs", "z", "a.schedule")));
    }
}
