package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.targets.Catalog;
import dev.heddle.harness.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shortest schedules known, one for each seeded bug of the akka-raft study, and one more for raft-62. */
class YardsticksTest {
    private static final Path FOLDER = Path.of("..", "examples", "raft", "yardsticks");

    private static Ran heddle(String... arguments) {
        return Ran.with(Catalog.ofDistribution(), new FreshJvm(Main.class.getName()), arguments);
    }

    /** The lengths are those of the best schedules of that study, made by hand; of raft-62, which has none, our own. */
    @ParameterizedTest
    @CsvSource({
        "raft-45, raft-45, 22, 8", "raft-46, raft-46, 23, 6", "raft-56, raft-56, 21, 8", "raft-58a, raft-58a, 51, 11",
        "raft-58b, raft-58b, 28, 8", "raft-42, raft-42, 39, 16", "raft-66, raft-66, 29, 10", "raft-62, raft-62, 10, 4",
        "raft-62-leader-completeness, raft-62, 13, 5"
    })
    void eachShowsItsBugAndNothingWithoutIt(String name, String bug, int deliveries, int externals) {
        String file = FOLDER.resolve(name + ".schedule").toString();
        Schedule schedule = ScheduleFile.read(file).schedule();
        assertEquals(List.of(bug), schedule.header().bugs());
        assertTrue(schedule.deliveries() <= deliveries, schedule.deliveries() + " deliveries");
        assertTrue(schedule.externals() <= externals, schedule.externals() + " externals");

        Ran strict = heddle("replay", file);
        assertEquals(ExitCode.VIOLATION, strict.exit(), strict.toString());
        Ran right = heddle("replay", file, "--lenient", "--bug", "none");
        assertEquals(ExitCode.NOT_REPRODUCED, right.exit(), right.toString());
    }

    @Test
    void aSearchInWhichABugCannotShowItselfSaysWhatThatTakes(@TempDir Path out) {
        Ran ran = heddle(
                "fuzz", "raft", "--bug", "raft-66", "--executions", "1", "--seed", "1", "--out", out.toString());
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("'list' says of raft-66: needs --network udp"), ran.toString());
    }

    @Test
    void thereAreNoOthers() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertEquals(9, files.filter(f -> f.toString().endsWith(".schedule")).count());
        }
    }

    /** These are short enough to try everything here; the others take minutes. */
    @ParameterizedTest
    @CsvSource({"raft-46", "raft-56", "raft-62"})
    void noneIsShorterThanThoseThatAreProven(String bug, @TempDir Path out) {
        Ran ran = heddle("minimize", FOLDER.resolve(bug + ".schedule").toString(), "--prove", "--time", "10m", "--json",
                "--out", out.toString());
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("\"provenLowerBound\":10,"), ran.toString());
        assertTrue(ran.out().contains("\"deliveries\":10,"), ran.toString());
    }
}
