package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle study} on a toy. */
class StudyCommandTest {
    @TempDir
    private Path folder;

    private Ran study(String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("study", "toy", "--out", folder.resolve(out).toString()));
        arguments.addAll(List.of(more));
        List<String> usual = List.of("--bugs", "greedy-45,none", "--strategies", "random,portfolio", "--seeds", "3",
                "--deliveries", "3000");
        for (int i = 0; i < usual.size(); i += 2) {
            if (!arguments.contains(usual.get(i))) {
                arguments.addAll(usual.subList(i, i + 2));
            }
        }
        return Ran.toy(arguments.toArray(String[]::new));
    }

    private List<String> results(String out) throws IOException {
        return Files.readAllLines(folder.resolve(out).resolve("results.csv"));
    }

    /** Without the last column, which is the time. */
    private List<String> counts(String out) throws IOException {
        return results(out).stream().map(line -> line.substring(0, line.lastIndexOf(','))).sorted().toList();
    }

    @Test
    void comparesBugByStrategyBySeed() throws Exception {
        Ran ran = study("a");
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertEquals(13, results("a").size());
        assertTrue(ran.out().startsWith("12 searches, 0 of them known from "), ran.out());
        assertTrue(ran.out().contains("\n| bug | random | portfolio |\n|---|---|---|\n| greedy-45 | "), ran.out());
        assertTrue(ran.out().contains("\n| none | – / – (3 of 3) | – / – (3 of 3) |\n"), ran.out());
        String table = Files.readString(folder.resolve("a/study.md"));
        assertTrue(ran.out().contains(table.lines().skip(2).findFirst().orElseThrow()));
        assertNotNull(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("a/study.svg").toFile())
                .getDocumentElement());
        Map<?, ?> json = study("a", "--json").json();
        Map<?, ?> first = (Map<?, ?>) ((List<?>) json.get("results")).get(0);
        assertEquals("greedy-45 random 3 0",
                first.get("bug") + " " + first.get("strategy") + " " + first.get("seeds") + " "
                + first.get("missed"));
        Map<?, ?> none = (Map<?, ?>) ((List<?>) json.get("results")).get(2);
        assertNull(none.get("medianDeliveries"), "found in no seed");
    }

    @Test
    void countsAreTheSameForEveryNumberOfJobs() throws IOException {
        study("one", "--jobs", "1");
        study("three", "--jobs", "3");
        assertEquals(counts("one"), counts("three"));
    }

    @Test
    void goesOnWhereItWasInterrupted() throws IOException {
        study("whole");
        Files.createDirectories(folder.resolve("part"));
        List<String> known = results("whole").subList(0, 6);
        String marked = known.get(3).substring(0, known.get(3).lastIndexOf(',')) + ",77.000";
        List<String> part = new ArrayList<>(known);
        part.set(3, marked);
        // The last line was being written.
        Files.writeString(folder.resolve("part/results.csv"), String.join("\n", part) + "\n" + "greedy-45,rand");
        Ran ran = study("part");
        assertTrue(ran.out().startsWith("12 searches, 5 of them known from "), ran.out());
        assertEquals(counts("whole"), counts("part"));
        assertTrue(results("part").contains(marked), "what is known is not run again");
        assertTrue(study("part").out().startsWith("12 searches, 12 of them known from "));
    }

    @Test
    void aGreaterBudgetRunsAgainWhatWasNotFound() throws IOException {
        study("more");
        Ran ran = study("more", "--deliveries", "4000");
        assertTrue(ran.out().startsWith("12 searches, 6 of them known from "), ran.out());
        assertTrue(study("more", "--deliveries", "2").out().contains("\n| greedy-45 | – / – (3 of 3) |"), "too late");
    }

    @Test
    void ideasCanBeSwitchedOff() throws IOException {
        Ran ran = study("without", "--without", "swarm,feedback");
        assertEquals(37, results("without").size());
        assertTrue(ran.out().contains("| bug | random | random without swarm | random without feedback | portfolio |"),
                ran.out());
    }

    @Test
    void aTargetThatHangsBlocksOrThrowsEndsItAsItEndsFuzz() throws IOException {
        Ran hung = study("hung", "--bugs", ToyTargets.HANGING, "--jobs", "1", "--json");
        assertEquals(ExitCode.REJECTED, hung.exit(), hung.toString());
        assertTrue(hung.err().contains("a handler has been running for 10 s"), hung.err());
        assertEquals("rejected", hung.json().get("outcome"));

        Ran blocked = study("blocked", "--bugs", "none," + ToyTargets.BLOCKING, "--jobs", "2");
        assertEquals(ExitCode.REJECTED, blocked.exit(), blocked.toString());

        Ran thrown = study("thrown", "--bugs", "none," + ToyTargets.SENSELESS, "--jobs", "1");
        assertEquals(ExitCode.USAGE, thrown.exit(), thrown.toString());
        assertTrue(thrown.err().startsWith(
                "heddle: the invariant sane threw java.lang.IllegalStateException: no sense in n2 (at "), thrown.err());
        assertEquals(3, results("thrown").size(), "what was measured before is there");
    }

    @Test
    void mistakesAreNamed() throws IOException {
        assertEquals("heddle: unknown idea 'swam'; did you mean swarm? (known: swarm, weights, feedback)\n",
                study("x", "--without", "swam").err());
        assertEquals(ExitCode.USAGE, study("x", "--strategies", "randon").exit());
        assertEquals(ExitCode.USAGE, study("x", "--bugs", "greedy").exit());
        assertEquals(ExitCode.USAGE, study("x", "--seeds", "0").exit());
        study("y");
        List<String> lines = new ArrayList<>(results("y"));
        lines.set(2, "greedy-45,random,,x,1,,1,1,1");
        Files.write(folder.resolve("y/results.csv"), lines);
        Ran ran = study("y");
        assertEquals(ExitCode.USAGE, ran.exit());
        assertTrue(ran.err().contains("results.csv', line 3 is no result ("), ran.err());
    }
}
