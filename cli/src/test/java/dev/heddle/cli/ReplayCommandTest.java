package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle replay} on saved schedules of the toy. */
class ReplayCommandTest {
    private static final String VIOLATING = String.join("\n",
            "heddle-schedule 1",
            "target: toy",
            "nodes: 3",
            "network: fifo",
            "seed: 1",
            "bugs: greedy-45",
            "timing: asynchronous",
            "violation: fair-share",
            "",
            "# n1 is greeted twice",
            "boot n1",
            "boot n2",
            "boot n3",
            "deliver n2 -> n1 hello #1",
            "deliver n3 -> n1 hello #1",
            "");

    @TempDir
    private Path folder;

    private Path violating;

    @BeforeEach
    void write() throws IOException {
        violating = file("violating.schedule", VIOLATING);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Ran replay(Object... arguments) {
        List<String> all = new java.util.ArrayList<>(List.of("replay"));
        List.of(arguments).forEach(a -> all.add(a.toString()));
        return Ran.toy(all.toArray(String[]::new));
    }

    @Test
    void theRecordedViolationOccurs() {
        Ran ran = replay(violating);
        assertEquals(ExitCode.VIOLATION, ran.exit());
        assertEquals(violating + ": violated as recorded, fair-share: n1 has 2 greetings and n2 none \u2026"
                + " (5 deliveries)\n", ran.out());
    }

    @Test
    void itOccursEveryTime() {
        Map<?, ?> json = replay(violating, "--times", "100", "--json").json();
        assertEquals("violation", json.get("outcome"));
        assertEquals(10L, json.get("exit"));
    }

    @Test
    void aHandEditedScheduleReplays() throws IOException {
        Path edited = file("edited.schedule", VIOLATING
                .replace("deliver n2 -> n1 hello #1\ndeliver n3 -> n1 hello #1\n",
                        "deliver n3 -> n2 hello #1\ndeliver n1 -> n2 hello #1\n"));
        assertTrue(replay(edited).out().contains("n2 has 2 greetings and n1 none"));
    }

    @Test
    void withoutTheBugItDoesNotOccur() {
        Ran ran = replay(violating, "--bug", "none", "--json");
        assertEquals(ExitCode.NOT_REPRODUCED, ran.exit());
        assertEquals("not-reproduced", ran.json().get("outcome"));
    }

    @Test
    void anotherViolationIsNotTheRecordedOne() throws IOException {
        Path other = file("other.schedule", VIOLATING.replace("violation: fair-share", "violation: sane"));
        Ran ran = replay(other);
        assertEquals(ExitCode.NOT_REPRODUCED, ran.exit());
        assertTrue(ran.out().contains("another violation than the recorded one (sane)"), ran.out());
    }

    @Test
    void whereNoneIsRecordedAnyCounts() throws IOException {
        Path open = file("open.schedule", VIOLATING.replace("violation: fair-share\n", ""));
        assertEquals(ExitCode.VIOLATION, replay(open).exit());
        assertEquals(ExitCode.OK, replay(open, "--bug", "none").exit());
    }

    @Test
    void aDivergenceNamesTheEventWhatWasPendingAndTheSuspects() throws IOException {
        Path diverging = file("diverging.schedule", VIOLATING.replace("n3 -> n1 hello #1", "n3 -> n1 bye #1"));
        Ran ran = replay(diverging);
        assertEquals(ExitCode.DIVERGED, ran.exit());
        assertTrue(ran.out().contains("diverged at event 5 (" + diverging + ":15)"), ran.out());
        assertTrue(ran.out().contains("expected: deliver n3 -> n1 bye #1"), ran.out());
        assertTrue(ran.out().contains("    deliver n3 -> n1 hello #1"), ran.out());
        assertTrue(ran.out().contains("usual suspects"), ran.out());
        Map<?, ?> verdict = (Map<?, ?>)
                ((List<?>) replay(diverging, "--json").json().get("schedules")).get(0);
        Map<?, ?> divergence = (Map<?, ?>) verdict.get("divergence");
        assertEquals(5L, divergence.get("event"));
        assertEquals(15L, divergence.get("line"));
    }

    @Test
    void aDivergenceNamesWhatIsMostLikeTheMisspeltEvent() throws IOException {
        Path misspelt = file("misspelt.schedule", VIOLATING.replace("n3 -> n1 hello #1", "n3 -> n1 helo #1"));
        Ran ran = replay(misspelt);
        assertTrue(ran.out().contains("  did you mean: deliver n3 -> n1 hello #1\n"), ran.out());
        assertTrue(ran.out().contains("  not possible: n3 has sent no such message to n1 so far\n"), ran.out());
        Path ofAStranger = file("stranger.schedule", VIOLATING.replace("n3 -> n1 hello", "m3 -> n1 hello"));
        assertTrue(replay(ofAStranger).out().contains("  did you mean: deliver n3 -> n1 hello #1\n"), ran.out());
    }

    @Test
    void aDivergenceSaysHowMuchItLeavesOut() throws IOException {
        String boots = "boot n1\nboot n2\nboot n3\nboot n4\nboot n5\n";
        Path many = file("many.schedule", VIOLATING.replace("nodes: 3", "nodes: 5")
                .replaceFirst("(?s)boot n1.*", boots + "deliver n2 -> n1 " + "long ".repeat(100) + "#1\n"));
        Ran ran = replay(many);
        assertEquals(ExitCode.DIVERGED, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("    \u2026 8 more\n"), ran.out());
        assertTrue(ran.out().contains(" more characters)\n"), ran.out());
        assertTrue(ran.out().lines().allMatch(line -> line.length() < 300), ran.out());
    }

    @Test
    void lenientlyWhatIsAbsentIsSkipped() throws IOException {
        Path longer = file("longer.schedule", VIOLATING.replace("boot n1", "boot n1\ndeliver n3 -> n2 bye #1"));
        Ran ran = replay(longer, "--lenient");
        assertEquals(ExitCode.VIOLATION, ran.exit());
        assertTrue(ran.out().contains(", 1 skipped)"), ran.out());
        assertTrue(ran.out().contains("  skipped " + longer + ":12: deliver n3 -> n2 bye #1\n"), ran.out());
        Map<?, ?> json = (Map<?, ?>) ((List<?>) replay(longer, "--lenient", "--json").json().get("schedules")).get(0);
        assertEquals(List.of(Map.of("event", 2L, "line", 12L, "text", "deliver n3 -> n2 bye #1")),
                json.get("skippedEvents"));
        assertEquals(1L, json.get("skipped"));
    }

    @Test
    void ofManySkippedEventsSomeAreListedAndAllAreCounted() throws IOException {
        Path longer = file("longer.schedule",
                VIOLATING.replace("boot n1", "boot n1\n" + "deliver n3 -> n2 bye #1\n".repeat(20).stripTrailing()));
        Ran ran = replay(longer, "--lenient");
        assertTrue(ran.out().contains(", 20 skipped)"), ran.out());
        assertTrue(ran.out().endsWith("  \u2026 8 more; --json lists them all\n"), ran.out());
        assertEquals(14, ran.out().lines().count(), ran.out());
    }

    @Test
    void severalSchedulesHaveTheExitCodeOfTheWorst() throws IOException {
        Path diverging = file("diverging.schedule", VIOLATING.replace("n3 -> n1 hello #1", "n3 -> n1 bye #1"));
        assertEquals(ExitCode.DIVERGED, replay(violating, diverging).exit());
        Ran ran = replay(violating, diverging, folder.resolve("absent.schedule"), "--json");
        assertEquals(ExitCode.USAGE, ran.exit());
        assertEquals(3, ((List<?>) ran.json().get("schedules")).size());
        assertEquals("error", ran.json().get("outcome"));
    }

    @Test
    void theTraceBeginsWithTheHeaderAndIsAlwaysTheSame() throws IOException {
        Path one = folder.resolve("one.trace");
        Path two = folder.resolve("two.trace");
        replay(violating, "--trace", one);
        replay(violating, "--trace", two);
        String trace = Files.readString(one);
        assertTrue(trace.startsWith("heddle-schedule 1\ntarget: toy\n"), trace);
        assertTrue(trace.contains("\n\n# 1-3. n1, n2, n3 start.\n"), trace);
        assertTrue(trace.contains("\n# Then fair-share is broken: "), trace);
        assertTrue(trace.contains("\nboot n1\n  n1 up: true\n"), trace);
        assertTrue(trace.endsWith("deliver n3 -> n1 hello #1\n  n1 greeted: 1 -> 2\n"), trace);
        assertEquals(trace, Files.readString(two));
    }

    @Test
    void aTraceGoesIntoWhatIsThereAndIsNoFile() throws IOException {
        Path file = file("target.trace", "");
        Path link = Files.createSymbolicLink(folder.resolve("link.trace"), file);
        replay(violating, "--trace", link);
        assertTrue(Files.isSymbolicLink(link));
        String trace = Files.readString(file);
        assertTrue(trace.startsWith("heddle-schedule 1\n"), trace);
        assertTrue(replay(violating, "--trace", "/dev/stdout").out().startsWith(trace));
    }

    @Test
    void anErrorOfOneScheduleIsNotTheOthers() throws IOException {
        Path exhausting = file("exhausting.schedule", VIOLATING.replace("bugs: greedy-45", "bugs: exhausting"));
        Ran ran = replay(exhausting, violating, "--times", "200", "--json");
        List<?> schedules = (List<?>) ran.json().get("schedules");
        String message = (String) ((Map<?, ?>) schedules.get(0)).get("message");
        assertEquals(ExitCode.INTERNAL, ran.exit());
        assertEquals("violation", ((Map<?, ?>) schedules.get(1)).get("outcome"));
        assertTrue(message.contains("no memory today"), message);
        Files.delete(Path.of(message.replaceFirst("(?s).*the stack trace in (\\S+) and.*", "$1")));
    }

    @Test
    void aRuleBrokenIsRejected() {
        Ran ran = replay(violating, "--bug", ToyTargets.BLOCKING);
        assertEquals(ExitCode.REJECTED, ran.exit());
        assertTrue(ran.out().contains("waited for a lock"), ran.out());
        assertTrue(ran.out().contains("  at dev.heddle.cli.ToyTargets"), ran.out());
    }

    @Test
    void aHandlerThatHangsIsRejectedAndItsThreadLeftBehind() {
        Ran ran = replay(violating, "--bug", ToyTargets.HANGING);
        assertEquals(ExitCode.REJECTED, ran.exit());
        assertTrue(ran.out().contains("a handler has been running for 10 s"), ran.out());
        assertTrue(ran.out().contains("LockSupport.park"), ran.out());
    }

    @Test
    void malformedSchedulesAreRefusedWithFileAndLine() throws IOException {
        Map<String, String> bad = new java.util.LinkedHashMap<>();
        List<String> cases = List.of(
                "", ":1: the file is empty",
                "heddle-schedule 2\n", ":1: 'heddle-schedule 2' was written by another version",
                VIOLATING.substring(0, VIOLATING.length() - 3), ":15: the last line has no end",
                VIOLATING.replace("nodes: 3", "nodes: many"), ":3: 'nodes: many' is not",
                VIOLATING.replace("deliver n2", "devour n2"), ":14: unknown event 'devour'",
                VIOLATING.replace("hello", "hel\0lo"), ":14: a NUL byte",
                VIOLATING.replace("hello", "h".repeat(1 << 20)), ":14: the line is longer",
                VIOLATING.replace("deliver n2", " deliver n2"), ":14: the line begins with a space; remove it",
                VIOLATING.replace("boot n3", "boot n7"), ":13: event 3 speaks of the node 'n7'",
                VIOLATING.replace("bugs: greedy-45", "bugs: greedy-54"), "did you mean greedy-45?",
                VIOLATING.replace("target: toy", "target: com.example.Mine"), "say where it is with --classpath");
        for (int i = 0; i < cases.size(); i += 2) {
            bad.put(cases.get(i), cases.get(i + 1));
        }
        for (Map.Entry<String, String> entry : bad.entrySet()) {
            Path file = file("bad.schedule", entry.getKey());
            Ran ran = replay(file, "--json");
            assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
            assertTrue(ran.err().startsWith("heddle: " + file), ran.err());
            assertTrue(ran.err().contains(entry.getValue()), ran.err());
            assertEquals(1, ran.err().lines().count(), ran.err());
            assertEquals("error", ran.json().get("outcome"));
        }
    }

    @Test
    void aByteOrderMarkIsCalledByItsName() throws IOException {
        Ran ran = replay(file("bom.schedule", "\ufeff" + VIOLATING));
        assertEquals(ExitCode.USAGE, ran.exit());
        assertTrue(ran.err().contains(":1: the file begins with a byte order mark; save it as UTF-8 without"),
                ran.err());
    }

    @Test
    void aClassPathIsRefusedWhereItHasNoEffect() {
        for (String command : List.of("replay", "minimize", "report", "audit", "debug")) {
            Ran ran = Ran.toy(command, violating.toString(), "--classpath", "target/classes");
            assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
            assertTrue(ran.err().endsWith("the target 'toy' is bundled, so that --classpath has no effect: leave it"
                    + " out, or name a scenario class of your own\n"), ran.err());
        }
    }

    @Test
    void aBuildHasAClassPathForBundledTargetsAsWell() {
        Ran ran = Ran.toy(
                "replay", violating.toString(), "--classpath", "target/classes", "--classpath-of-build");
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
    }

    @Test
    void noneIsNoBug() throws IOException {
        Path none = file("none.schedule", VIOLATING.replace("greedy-45", "none"));
        assertEquals(ExitCode.NOT_REPRODUCED, replay(none).exit());
    }

    @Test
    void aTraceThatCannotBeWrittenIsBadInput() {
        Ran ran = replay(violating, "--trace", folder.resolve("no/such/folder/x.trace"));
        assertEquals(ExitCode.USAGE, ran.exit());
        assertTrue(ran.err().contains("x.trace' cannot be written (there is no folder "), ran.err());
        assertFalse(ran.err().contains("internal"), ran.err());
    }
}
