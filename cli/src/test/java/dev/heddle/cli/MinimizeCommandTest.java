package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle minimize} on a toy: what it makes of a schedule, says, saves and exits with. */
class MinimizeCommandTest {
    private static final String HEAD = """
            heddle-schedule 1
            target: toy
            nodes: 4
            network: fifo
            seed: 7
            bugs: greedy-45
            timing: asynchronous
            """;
    private static final String TWO_GREETINGS = """

            boot n1
            boot n2
            boot n3
            boot n4
            command c1 -> n3 greet
            deliver c1 -> n3 greet #1
            command c1 -> n2 greet
            command c1 -> n3 greet
            command c1 -> n4 greet
            deliver c1 -> n3 greet #2
            deliver c1 -> n4 greet #1
            """;

    @TempDir
    private Path out;

    private Path saved(String text) throws IOException {
        return Files.writeString(out.resolve("given.schedule"), text);
    }

    private Ran minimize(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("minimize", file.toString(), "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Ran.toy(arguments.toArray(String[]::new));
    }

    private String result(String run) throws IOException {
        return Files.readString(out.resolve(run).resolve("minimized.schedule"));
    }

    @Test
    void whatTheViolationDoesNotNeedIsGone() throws IOException {
        Ran ran = minimize(saved(HEAD + "violation: fair-share\n" + TWO_GREETINGS));

        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        String minimized = result("toy-greedy-45-7");
        assertTrue(minimized.contains("nodes: 2\n"), minimized);
        assertTrue(minimized.contains("violation: fair-share\n"), minimized);
        assertFalse(minimized.contains("n3"), minimized);
        assertTrue(ran.out().contains("1-minimal, verified by strict replay in a fresh JVM"), ran.out());
        assertTrue(ran.out().contains("2 of 4 nodes"), ran.out());
        assertTrue(ran.out().contains("fewer nodes"), ran.out());
        assertTrue(ran.out().endsWith("replay " + out.resolve("toy-greedy-45-7/minimized.schedule") + "\n"), ran.out());
        String trace = Files.readString(out.resolve("toy-greedy-45-7/minimized.trace"));
        assertTrue(trace.contains("greeted: 1 -> 2"), trace);
        assertTrue(trace.contains("# 1-2. n1, n2 start.\n"), trace);
        assertEquals(List.of(), trace.lines().filter(line -> line.endsWith(" ")).toList(), "nothing follows on a line");
        assertTrue(trace.contains("# Then fair-share is broken: "), trace);
        Path page = out.resolve("toy-greedy-45-7/report.html");
        assertTrue(ran.out().contains("see it in " + page + "\n"), ran.out());
        assertTrue(Files.readString(page).contains("\"name\":\"minimized\""), "the minimized schedule is shown");
    }

    @Test
    void aFileThatIsNoScheduleIsBadInput() throws IOException {
        Ran ran = minimize(saved(HEAD + "\nbootn1\n"));

        assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("given.schedule:9: unknown event 'bootn1'"), ran.err());
    }

    @Test
    void jsonIsOneObject() throws IOException {
        Path file = saved(HEAD + TWO_GREETINGS);
        Map<?, ?> json = minimize(file, "--json").json();
        Map<?, ?> minimized = (Map<?, ?>) json.get("minimized");
        assertAll(
                () -> assertEquals("violation", json.get("outcome")),
                () -> assertEquals(10L, json.get("exit")),
                () -> assertNull(json.get("message")),
                () -> assertEquals(6L, ((Map<?, ?>) json.get("found")).get("deliveries")),
                () -> assertEquals("fair-share", ((Map<?, ?>) json.get("violation")).get("invariant")),
                () -> assertEquals(2L, minimized.get("nodes")),
                () -> assertEquals(4L, minimized.get("deliveries")),
                () -> assertEquals(3L, minimized.get("externals")),
                () -> assertEquals("done", minimized.get("ending")),
                () -> assertEquals(true, minimized.get("verified")),
                () -> assertFalse(((List<?>) minimized.get("passes")).isEmpty()));
    }

    @Test
    void aScheduleWithoutItsViolationIsNotMinimized() throws IOException {
        Ran silent = minimize(saved(HEAD.replace("greedy-45", "full-46") + TWO_GREETINGS));
        assertEquals(ExitCode.NOT_REPRODUCED, silent.exit(), silent.toString());
        assertTrue(silent.out().startsWith("not minimized: the schedule shows no violation"), silent.out());

        Ran other = minimize(saved(HEAD + "violation: sane\n" + TWO_GREETINGS));
        assertEquals(ExitCode.NOT_REPRODUCED, other.exit(), other.toString());
        assertTrue(other.out().contains("another violation than the recorded one (sane)"), other.out());
    }

    @Test
    void aTargetThatIsNotDeterministicIsRefused() throws IOException {
        Path found = out.resolve("toy-flaky-3");
        Ran.toy("fuzz", "toy", "--bug", ToyTargets.FLAKY, "--seed", "3", "--out", out.toString());
        Ran ran = minimize(found.resolve("unverified.schedule"), "--json");
        assertTrue(List.of(ExitCode.NOT_REPRODUCED, ExitCode.DIVERGED).contains(ran.exit()), ran.toString());
        assertNull(ran.json().get("minimized"));
    }

    @Test
    void withoutTimeTheScheduleStaysAsLongAsItIs() throws IOException {
        Map<?, ?> json = minimize(saved(HEAD + TWO_GREETINGS), "--time", "1ms", "--json").json();
        Map<?, ?> minimized = (Map<?, ?>) json.get("minimized");
        assertEquals("time", minimized.get("ending"));
        assertEquals(false, minimized.get("oneMinimal"));
    }

    @Test
    void aTargetThatBreaksTheRulesInTheScheduleIsRejected() throws IOException {
        Ran ran = minimize(saved(HEAD.replace("greedy-45", "greedy-45 blocking") + TWO_GREETINGS), "--json");
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        assertEquals("rejected", ran.json().get("outcome"));
        assertEquals("while the violation was confirmed, a handler of n3 waited for a lock: do not wait",
                ran.json().get("message"));
        Map<?, ?> rejected = (Map<?, ?>) ran.json().get("rejected");
        assertEquals("a handler of n3 waited for a lock", rejected.get("what"));
        assertEquals("java.lang.IllegalStateException: waited here", ((List<?>) rejected.get("stack")).get(0));

        Ran lines = minimize(saved(HEAD.replace("greedy-45", "greedy-45 blocking") + TWO_GREETINGS));
        assertTrue(lines.out().contains("\n  java.lang.IllegalStateException: waited here\n    at "), lines.out());
    }

    private static final String THREE_GREETINGS =
            TWO_GREETINGS.replace("command c1 -> n2 greet\n", "command c1 -> n3 greet\n")
                    + "deliver c1 -> n3 greet #3\n";

    @Test
    void somethingShorterThatDoesNotHoldCostsNoResult() throws IOException {
        Path file = saved(HEAD.replace("greedy-45", ToyTargets.RELUCTANT) + THREE_GREETINGS);
        Ran ran = Ran.with(ToyMain.catalog(), new FreshJvm(Violating.class.getName()), "minimize", file.toString(),
                "--out", out.toString(), "--prove");
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.out().startsWith("minimized to "), ran.out());
        assertTrue(ran.out().contains("  not proven: something shorter was found, but could not be confirmed: the"
                + " schedule shows no violation"), ran.out());
        assertTrue(result("toy-reluctant-7").contains("violation: sane\n"), result("toy-reluctant-7"));
    }

    private Ran proving(String bug, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("minimize",
                saved(HEAD.replace("greedy-45", bug) + THREE_GREETINGS).toString(), "--out", out.toString(),
                "--prove"));
        arguments.addAll(List.of(more));
        return Ran.with(ToyMain.catalog(), new FreshJvm(Violating.class.getName()), arguments.toArray(String[]::new));
    }

    @Test
    void aHandlerThatHangsWhileEverythingIsTriedCostsNoResult() throws IOException {
        Ran ran = proving(ToyTargets.DAZED, "--json");
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        Map<?, ?> json = ran.json();
        String message = "while everything was tried, a handler has been running for 10 s: ";
        assertEquals("rejected", json.get("outcome"));
        assertTrue(json.get("message").toString().startsWith(message), ran.out());
        assertEquals("a handler has been running for 10 s", ((Map<?, ?>) json.get("rejected")).get("what"));
        Map<?, ?> minimized = (Map<?, ?>) json.get("minimized");
        assertEquals(true, minimized.get("oneMinimal"));
        assertEquals(true, minimized.get("verified"));
        assertNull(minimized.get("provenLowerBound"));
        Map<?, ?> proof = (Map<?, ?>) minimized.get("proof");
        assertEquals("refused", proof.get("ending"));
        assertTrue(proof.get("message").toString().startsWith(message), ran.out());
        assertTrue(result("toy-dazed-7").contains("violation: sane\n"), result("toy-dazed-7"));
    }

    @Test
    void anInvariantThatThrowsWhileEverythingIsTriedCostsNoResult() throws IOException {
        Ran ran = proving(ToyTargets.PUZZLED);
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.out().startsWith("minimized to "), ran.out());
        assertTrue(ran.out().contains("  not proven: while everything was tried, the invariant sane threw"
                + " java.lang.AssertionError: that many? (at "), ran.out());
        assertTrue(result("toy-puzzled-7").contains("violation: sane\n"), result("toy-puzzled-7"));
    }

    /** What a fresh JVM runs instead of a replay. */
    static final class Violating {
        private Violating() {}

        public static void main(String[] arguments) {
            System.exit(ExitCode.VIOLATION);
        }
    }

    @Test
    void aScheduleOfAnotherClusterIsBadInput() throws IOException {
        Ran ran = minimize(saved(HEAD.replace("nodes: 4", "nodes: 2") + TWO_GREETINGS));
        assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("n3"), ran.err());
    }

    /** What a fresh JVM runs instead of a replay. */
    static final class Exhausted {
        private Exhausted() {}

        public static void main(String[] arguments) {
            System.out.println(arguments[1] + " n1 ran out of memory");
            System.exit(ExitCode.REJECTED);
        }
    }

    @Test
    void aResultInWhichAFreshJvmMeetsBrokenRulesIsKeptAsUnverified() throws IOException {
        Path file = saved(HEAD + TWO_GREETINGS);
        Ran ran = Ran.with(ToyMain.catalog(), new FreshJvm(Exhausted.class.getName()), "minimize", file.toString(),
                "--out", out.toString());
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        Path unverified = out.resolve("toy-greedy-45-7/unverified-minimized.schedule");
        assertTrue(ran.out().contains(unverified + " n1 ran out of memory"), ran.out());
        assertTrue(ran.out().contains("NOT VERIFIED: in a strict replay in a fresh JVM the target broke the"),
                ran.out());
        assertFalse(ran.out().contains("did not meet the violation"), ran.out());
        assertTrue(Files.exists(unverified));
    }

    /** What a fresh JVM runs instead of a replay. */
    static final class Diverging {
        private Diverging() {}

        public static void main(String[] arguments) {
            System.out.println(arguments[1] + " went elsewhere");
            System.exit(ExitCode.DIVERGED);
        }
    }

    @Test
    void aResultThatAFreshJvmDoesNotMeetIsNotCalledVerified() throws IOException {
        Path file = saved(HEAD + TWO_GREETINGS);
        Ran ran = Ran.with(ToyMain.catalog(), new FreshJvm(Diverging.class.getName()), "minimize", file.toString(),
                "--out", out.toString());
        Path unverified = out.resolve("toy-greedy-45-7/unverified-minimized.schedule");
        assertEquals(ExitCode.DIVERGED, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("NOT VERIFIED"), ran.out());
        assertTrue(ran.out().contains(unverified + " went elsewhere"), ran.out());
        assertTrue(Files.exists(unverified));
        assertFalse(Files.exists(unverified.resolveSibling("minimized.schedule")));
    }
}
