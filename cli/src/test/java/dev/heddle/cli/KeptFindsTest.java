package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is on disk while a campaign runs is what was found so far. */
class KeptFindsTest {
    private static final Header HEADER = Header.of("toy", 4, 7);

    @TempDir
    private Path out;

    private static Find find(String invariant, long execution) {
        return new Find(execution, new Outcome.Violated(Violation.of(invariant, List.of(), "")),
                new Schedule(HEADER, List.of()));
    }

    private String content(String name) throws IOException {
        return Files.readString(out.resolve("toy-none-7").resolve(name));
    }

    @Test
    void aLowerFindTakesThePlaceOfAHigherOne() throws IOException {
        KeptFinds finds =
                new KeptFinds(new RunFiles(new Output(System.out, System.err, false), HEADER, out.toString()));
        Find late = find("sane", 9);
        Find early = find("fair", 3);
        finds.save(List.of(late));
        assertTrue(content("found.schedule").contains("# execution 9\n"));
        finds.save(List.of(early, late));
        assertTrue(content("found.schedule").contains("# execution 3\n"));
        assertTrue(content("found-2.schedule").contains("# execution 9\n"));
        Files.writeString(out.resolve("toy-none-7/found.schedule"), "as it is");
        assertEquals(1, finds.save(List.of(early)).size());
        assertEquals("as it is", content("found.schedule"));
        try (Stream<Path> files = Files.list(out.resolve("toy-none-7"))) {
            assertEquals(1, files.count());
        }
    }
}
