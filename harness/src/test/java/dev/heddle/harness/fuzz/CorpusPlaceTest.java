package dev.heddle.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept stays. */
class CorpusPlaceTest {
    @TempDir
    private Path corpus;

    private CorpusPlace place(String text) throws IOException {
        return CorpusPlace.of(corpus, "a", text);
    }

    @Test
    void anotherOfTheSameNameGetsANumber() throws IOException {
        assertEquals(new CorpusPlace(corpus.resolve("a.schedule"), 1, false), place("one"));
        Files.writeString(corpus.resolve("a.schedule"), "one");
        Files.createDirectory(corpus.resolve("a-2.schedule"));
        assertEquals(new CorpusPlace(corpus.resolve("a-3.schedule"), 3, false), place("two"));
    }

    @Test
    void theSameIsKeptOnce() throws IOException {
        Files.writeString(corpus.resolve("a.schedule"), "one");
        Files.writeString(corpus.resolve("a-2.schedule"), "two");
        assertEquals(new CorpusPlace(corpus.resolve("a.schedule"), 1, true), place("one"));
        assertEquals(new CorpusPlace(corpus.resolve("a-2.schedule"), 2, true), place("two"));
    }

    @Test
    void whereThereIsNoCorpusEveryNameIsFree() throws IOException {
        Path none = corpus.resolve("none");
        assertEquals(new CorpusPlace(none.resolve("a.schedule"), 1, false), CorpusPlace.of(none, "a", "one"));
    }
}
