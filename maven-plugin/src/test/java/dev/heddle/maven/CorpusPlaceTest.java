package dev.heddle.maven;

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

    @Test
    void anotherFindOfTheSameNameGetsANumber() throws IOException {
        assertEquals(new CorpusPlace("a.schedule", false, false), CorpusPlace.of(corpus, "a", "one"));
        Files.writeString(corpus.resolve("a.schedule"), "one");
        assertEquals(new CorpusPlace("a-2.schedule", true, false), CorpusPlace.of(corpus, "a", "two"));
        Files.writeString(corpus.resolve("a-2.schedule"), "two");
        assertEquals(new CorpusPlace("a-3.schedule", true, false), CorpusPlace.of(corpus, "a", "three"));
    }

    @Test
    void theSameIsKeptOnce() throws IOException {
        Files.writeString(corpus.resolve("a.schedule"), "one");
        Files.writeString(corpus.resolve("a-2.schedule"), "two");
        assertEquals(new CorpusPlace("a.schedule", false, true), CorpusPlace.of(corpus, "a", "one"));
        assertEquals(new CorpusPlace("a-2.schedule", true, true), CorpusPlace.of(corpus, "a", "two"));
    }
}
