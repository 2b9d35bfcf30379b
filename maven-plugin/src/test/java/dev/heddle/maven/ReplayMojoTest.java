package dev.heddle.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Schedules of one name in several folders have files of their own. */
class ReplayMojoTest {
    private static final Path PROJECT = Path.of("project").toAbsolutePath();
    private static final Path CORPUS = PROJECT.resolve("src/test/heddle");

    private static Path folder(String... schedules) {
        return ReplayMojo.folderOfAll(CORPUS, Stream.of(schedules).map(PROJECT::resolve).toList());
    }

    @Test
    void inTheCorpusAScheduleIsCalledByItsPathThere() {
        assertEquals(CORPUS, folder("src/test/heddle/x/a.schedule"));
        assertEquals(CORPUS, folder("src/test/heddle/x/a.schedule", "src/test/heddle/x/../y/a.schedule"));
    }

    @Test
    void elsewhereByItsPathFromTheFolderThatHoldsAll() {
        assertEquals(PROJECT.resolve("runs/z"), folder("runs/z/a.schedule"));
        assertEquals(PROJECT.resolve("runs"), folder("runs/z/a.schedule", "runs/y/../x/a.schedule"));
        assertEquals(PROJECT, folder("runs/z/a.schedule", "src/test/heddle/a.schedule"));
        assertEquals(PROJECT.getParent(), folder("runs/z/a.schedule", "../runs/z/a.schedule"));
        assertEquals(PROJECT.getRoot(), ReplayMojo.folderOfAll(CORPUS,
                List.of(PROJECT.resolve("a.schedule"), PROJECT.getRoot().resolve("no such folder/a.schedule"))));
    }
}
