package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle report} and {@code heddle export} on a toy: what they write, say and exit with. */
class ReportCommandTest {
    private static final String HEAD = """
            heddle-schedule 1
            target: toy
            nodes: 3
            network: fifo
            seed: 7
            bugs: greedy-45
            timing: asynchronous
            """;
    private static final String GREETINGS = """

            boot n1
            boot n2
            command c1 -> n2 greet
            command c1 -> n2 greet
            deliver c1 -> n2 greet #1
            deliver c1 -> n2 greet #2
            """;

    @TempDir
    private Path folder;

    private Path schedule(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path greedy() throws IOException {
        return schedule("greedy.schedule", HEAD + "violation: fair-share\n" + GREETINGS);
    }

    @Test
    void thePageStandsBesideTheSchedule() throws IOException {
        Path file = greedy();
        Ran ran = Ran.toy("report", file.toString());
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        Path page = folder.resolve("greedy.html");
        assertTrue(ran.out().endsWith("report: " + page + "\n"), ran.out());
        String html = Files.readString(page);
        assertTrue(html.contains("\"invariant\":\"fair-share\""), html);
        assertTrue(html.contains("\"name\":\"greedy\",\"difference\":null"), html);
        assertTrue(html.contains("Then fair-share is broken"), html);
        assertTrue(html.contains("replay " + file), html);
    }

    @Test
    void theOtherScheduleOfTheRunIsShownToo() throws IOException {
        Path small = schedule("minimized.schedule", HEAD + "violation: fair-share\n" + GREETINGS);
        schedule("found.schedule",
                HEAD + "violation: fair-share\n" + GREETINGS.replace("boot n2\n", "boot n2\nboot n3\n"));
        Ran.toy("report", small.toString());
        String html = Files.readString(folder.resolve("minimized.html"));
        assertTrue(html.indexOf("\"name\":\"minimized\"") < html.indexOf("\"name\":\"found\""), html);

        Path second = schedule("found-2.schedule", HEAD + "violation: fair-share\n" + GREETINGS);
        schedule("minimized-2.schedule", HEAD + "violation: fair-share\n" + GREETINGS);
        Ran.toy("report", second.toString());
        String other = Files.readString(folder.resolve("found-2.html"));
        assertTrue(other.contains("\"name\":\"minimized-2\"") && !other.contains("\"name\":\"minimized\""), other);

        schedule("found.schedule", HEAD.replace("seed: 7", "seed: 8") + "violation: fair-share\n" + GREETINGS);
        Ran.toy("report", small.toString());
        assertFalse(Files.readString(folder.resolve("minimized.html")).contains("\"name\":\"found\""));
    }

    @Test
    void jsonSaysWhereThePageIs() throws IOException {
        Path page = folder.resolve("page.html");
        Map<?, ?> json = Ran.toy("report", greedy().toString(), "-o", page.toString(), "--json").json();
        assertEquals("violation", json.get("outcome"));
        assertEquals(0L, json.get("exit"));
        assertEquals(page.toString(), json.get("report"));
        assertEquals("fair-share", ((Map<?, ?>) json.get("violation")).get("invariant"));
    }

    @Test
    void whatIsNotAsRecordedIsShownAndSaid() throws IOException {
        Path silent = schedule("silent.schedule",
                HEAD.replace("bugs: greedy-45\n", "") + "violation: fair-share\n" + GREETINGS);
        Ran ran = Ran.toy("report", silent.toString());
        assertEquals(ExitCode.NOT_REPRODUCED, ran.exit(), ran.toString());
        assertTrue(Files.exists(folder.resolve("silent.html")));
    }

    @Test
    void whatCannotBeFollowedHasNoPage() throws IOException {
        Path file = schedule("other.schedule",
                HEAD + GREETINGS.replace("deliver c1 -> n2 greet #2", "deliver c1 -> n1 greet #2"));
        Ran ran = Ran.toy("report", file.toString(), "--json");
        assertEquals(ExitCode.DIVERGED, ran.exit(), ran.toString());
        assertNull(ran.json().get("report"));
        assertEquals("diverged", ran.json().get("outcome"));
        assertFalse(Files.exists(folder.resolve("other.html")));
        assertEquals(ExitCode.DIVERGED, Ran.toy("export", "--shiviz", file.toString()).exit());
    }

    @Test
    void badInputIsOneLine() throws IOException {
        String file = greedy().toString();
        for (Map.Entry<List<String>, String> bad : Map.of(
                List.of("report", folder.resolve("none.schedule").toString()), "there is no file",
                List.of("report", file, "-o", file), "--output would replace the schedule",
                List.of("report", file, "-o", ""), "--output is empty",
                List.of("report", schedule("empty.schedule", HEAD + "\n").toString()), "there are no events in it",
                List.of("report", schedule("n9.schedule", HEAD + "\nboot n9\n").toString()),
                "n9.schedule:9: event 1 speaks of",
                List.of("export", file), "which format? choose one of --mermaid, --shiviz, --json and --junit",
                List.of("export", file, "--mermaid", "--shiviz"), "--mermaid and --shiviz are different formats")
                        .entrySet()) {
            Ran ran = Ran.toy(bad.getKey().toArray(String[]::new));
            assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
            assertTrue(ran.err().contains(bad.getValue()), ran.err());
            assertEquals(1, ran.err().lines().count(), ran.err());
        }
    }

    @Test
    void anExportGoesToStandardOutputOrAFile() throws IOException {
        String file = greedy().toString();
        Ran mermaid = Ran.toy("export", file, "--mermaid");
        assertEquals(ExitCode.OK, mermaid.exit(), mermaid.toString());
        assertTrue(mermaid.out().startsWith("sequenceDiagram\n"), mermaid.out());
        Path written = folder.resolve("toy.log");
        Ran shiviz = Ran.toy("export", file, "--shiviz", "-o", written.toString());
        assertEquals("", shiviz.out());
        assertTrue(Files.readString(written).startsWith("(?<host>"));
        Map<?, ?> events = Ran.toy("export", file, "--json").json();
        assertEquals("toy", events.get("target"));
        assertEquals(6, ((List<?>) events.get("steps")).size());
        assertEquals("error", Ran.toy("export", folder.resolve("none").toString(), "--json").json().get("outcome"));
    }

    @Test
    void jsonIsOneObjectEvenWhereTheExportGoesToAFile() throws IOException {
        Path written = folder.resolve("events.json");
        Ran ran = Ran.toy("export", greedy().toString(), "--json", "-o", written.toString());
        assertEquals(written.toString(), ran.json().get("export"));
        assertEquals("toy", ((Map<?, ?>) Ran.json(Files.readString(written))).get("target"));
    }
}
