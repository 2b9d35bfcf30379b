package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle audit} on the toy, and on canaries that it must refuse. */
class AuditCommandTest {
    @TempDir
    private Path folder;

    private static Ran audit(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("audit"));
        arguments.addAll(List.of(more));
        return Ran.toy(arguments.toArray(String[]::new));
    }

    @Test
    void whatIsDeterministicPasses() {
        Ran ran = audit("toy", "--executions", "10", "--json");
        Map<?, ?> json = ran.json();
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertEquals("passed", json.get("outcome"));
        assertEquals(10L, json.get("executions"));
        assertTrue((long) json.get("events") > 10);
        assertEquals(4, ((List<?>) json.get("compared")).size());
    }

    @Test
    void aScheduleIsReplayed() throws IOException {
        Ran.toy("fuzz", "toy", "--bug", ToyTargets.GREEDY, "--seed", "7", "--out", folder.toString());
        Path schedule = folder.resolve("toy-greedy-45-7/found.schedule");
        Ran ran = audit(schedule.toString(), "--executions", "3");
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("the same in every run: 3 executions"), ran.out());
        Files.writeString(schedule, Files.readString(schedule).replaceFirst("hello #1", "hello #2"));
        assertEquals(ExitCode.DIVERGED, audit(schedule.toString(), "--executions", "3").exit());
    }

    @Test
    void stateThatOutlivesASystemIsNoticed() {
        Ran ran = audit("toy", "--bug", ToyTargets.FLAKY, "--seed", "4");
        assertEquals(ExitCode.DIVERGED, ran.exit());
        assertTrue(ran.out().contains("not the same in a new system for each execution"), ran.out());
        assertTrue(ran.out().contains("suspects:"), ran.out());
    }

    @Test
    void theOrderOfAnImmutableSetIsNoticedAndSuspected() {
        Map<?, ?> json = audit("toy", "--bug", ToyTargets.IMMUTABLE_SET, "--executions", "2", "--json").json();
        Map<?, ?> difference = (Map<?, ?>) json.get("difference");
        assertEquals("diverged", json.get("outcome"));
        assertTrue(((String) difference.get("first")).contains("hello"));
        assertTrue(((List<?>) difference.get("suspects")).get(0).toString().contains("Set.of"));
    }

    @Test
    void theOrderOfAHashSetOfEnumsIsNoticed() {
        Ran ran = audit("toy", "--bug", ToyTargets.ENUM_SET, "--executions", "2", "--quiet");
        assertEquals(ExitCode.DIVERGED, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("HashSet of enums"), ran.out());
        assertTrue(ran.out().lines().reduce((a, b) -> b).orElseThrow().contains("--seed="), ran.out());
    }

    @Test
    void aTargetThatBreaksTheRulesIsRejected() {
        assertEquals(ExitCode.REJECTED, audit("toy", "--bug", ToyTargets.BLOCKING).exit());
        Ran recorded = audit("toy", "--bug", ToyTargets.BLOCKING, "--record", folder.resolve("r").toString(), "--json");
        assertEquals(ExitCode.REJECTED, recorded.exit(), recorded.toString());
        assertEquals("rejected", recorded.json().get("outcome"));
    }

    @Test
    void recordingsCanBeComparedByHand() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        assertEquals(ExitCode.OK, audit("toy", "--seed", "1", "--record", one.toString()).exit());
        assertEquals(ExitCode.OK, audit("toy", "--seed", "1", "--record", two.toString()).exit());
        assertEquals(-1, Files.mismatch(one, two));
        assertEquals(ExitCode.USAGE, audit("toy", "--record", folder.toString()).exit());
    }
}
