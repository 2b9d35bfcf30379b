package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.harness.schedule.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle fuzz} on a toy: what it finds, says, saves and exits with. */
class FuzzCommandTest {
    @TempDir
    private Path out;

    private Ran fuzz(String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("fuzz", "toy", "--out", out.toString()));
        arguments.addAll(List.of(more));
        return Ran.toy(arguments.toArray(String[]::new));
    }

    private String found(String run) throws IOException {
        return Files.readString(out.resolve(run).resolve("found.schedule"));
    }

    @Test
    void aViolationIsSavedVerifiedAndReported() throws IOException {
        Ran ran = fuzz("--bug", ToyTargets.GREEDY, "--seed", "7");
        Path schedule = out.resolve("toy-greedy-45-7/found.schedule");
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.out().startsWith("seed 7: toy with greedy-45\n"), ran.out());
        assertTrue(ran.out().contains("fair-share violated by "), ran.out());
        assertTrue(ran.out().contains("verified by strict replay in a fresh JVM"), ran.out());
        assertTrue(ran.out().contains("\nminimized to "), ran.out());
        assertTrue(ran.out().endsWith(" replay " + schedule.resolveSibling("minimized.schedule") + "\n"), ran.out());
        assertEquals("", ran.err());
        assertTrue(found("toy-greedy-45-7").startsWith("heddle-schedule 1\ntarget: toy\nnodes: 4\n"));
        try (Stream<Path> files = Files.list(schedule.getParent())) {
            assertEquals(
                    List.of("found.schedule", "minimized.schedule", "minimized.trace", "report.html", "summary.json"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void whatABugTakesIsSetAndRecordedUnlessTheUserSetsIt() throws IOException {
        fuzz("--bug", ToyTargets.GREEDY, "--seed", "7", "--no-minimize");
        assertTrue(found("toy-greedy-45-7").contains("\ntarget-options: polite=very\n"), found("toy-greedy-45-7"));
        fuzz("--bug", ToyTargets.GREEDY, "--seed", "8", "--no-minimize", "--target-option", "polite=barely");
        assertTrue(found("toy-greedy-45-8").contains("\ntarget-options: polite=barely\n"), found("toy-greedy-45-8"));
        Path schedule = out.resolve("toy-greedy-45-7/found.schedule");
        assertEquals(ExitCode.NOT_REPRODUCED, Ran.toy("replay", schedule.toString(), "--bug", "none").exit());
    }

    @Test
    void coverageIsCountedWhereItIsAskedFor() {
        Ran ran = fuzz("--seed", "7", "--executions", "20", "--network", "udp", "--coverage");
        assertTrue(ran.out().contains("\ncoverage: "), ran.out());
        Map<?, ?> json =
                fuzz("--seed", "7", "--executions", "20", "--network", "udp", "--coverage", "--json", "--jobs", "3")
                .json();
        Map<?, ?> coverage = (Map<?, ?>) json.get("coverage");
        assertTrue((long) coverage.get("abstractStates") > 1, coverage.toString());
        assertTrue(((Map<?, ?>) coverage.get("events")).containsKey("drop"), coverage.toString());
        assertEquals(List.of(), coverage.get("never"));
        List<?> growth = (List<?>) coverage.get("growth");
        assertEquals(List.of(1L, 10L, 20L),
                growth.stream().map(point -> ((Map<?, ?>) point).get("executions")).toList());
        assertEquals(coverage.get("abstractStates"), ((Map<?, ?>) growth.get(2)).get("abstractStates"));
        assertEquals(json.get("coverage"),
                fuzz("--seed", "7", "--executions", "20", "--network", "udp", "--coverage", "--json", "--jobs", "1")
                        .json()
                        .get("coverage"));
        assertNull(fuzz("--seed", "7", "--executions", "1", "--json").json().get("coverage"));
    }

    @Test
    void jsonIsOneObjectAndTheSummaryIsTheSame() throws IOException {
        Ran ran = fuzz("--bug", ToyTargets.GREEDY, "--seed", "7", "--json");
        Map<?, ?> json = ran.json();
        Map<?, ?> found = (Map<?, ?>) json.get("found");
        Map<?, ?> minimized = (Map<?, ?>) json.get("minimized");
        Path schedule = out.resolve("toy-greedy-45-7/found.schedule");
        assertAll(
                () -> assertEquals(ExitCode.VIOLATION, ran.exit()),
                () -> assertEquals("violation", json.get("outcome")),
                () -> assertEquals("toy", json.get("target")),
                () -> assertEquals(List.of("greedy-45"), json.get("bugs")),
                () -> assertEquals(7L, json.get("seed")),
                () -> assertEquals("random", json.get("strategy")),
                () -> assertEquals("fair-share", ((Map<?, ?>) json.get("violation")).get("invariant")),
                () -> assertEquals(schedule.toString(), found.get("schedule")),
                () -> assertEquals(true, found.get("verified")),
                () -> assertTrue((long) found.get("deliveries") > 0),
                () -> assertTrue((long) json.get("executions") > (long) found.get("execution")),
                () -> assertTrue((double) json.get("seconds") > 0),
                () -> assertEquals(schedule.resolveSibling("minimized.schedule").toString(), minimized.get("schedule")),
                () -> assertEquals(true, minimized.get("oneMinimal")),
                () -> assertEquals(true, minimized.get("verified")),
                () -> assertNull(minimized.get("provenLowerBound")),
                () -> assertTrue((long) minimized.get("deliveries") <= (long) found.get("deliveries")),
                () -> assertTrue((long) minimized.get("externals") <= (long) found.get("externals")),
                () -> assertTrue((long) minimized.get("replays") > 0),
                () -> assertTrue((long) minimized.get("nodes") >= 2),
                () -> assertEquals(schedule.resolveSibling("report.html").toString(), json.get("report")),
                () -> assertEquals(List.of(), json.get("violations")),
                () -> assertEquals(json, Ran.json(Files.readString(schedule.resolveSibling("summary.json")))));
    }

    @Test
    void theSameSeedGivesTheSameBytesForAnyNumberOfJobs() throws IOException {
        fuzz("--bug", ToyTargets.GREEDY, "--seed", "21", "--jobs", "1");
        fuzz("--bug", ToyTargets.GREEDY, "--seed", "21", "--jobs", "3");
        assertEquals(found("toy-greedy-45-21"), found("toy-greedy-45-21-2"));
        for (String file : List.of("minimized.schedule", "minimized.trace")) {
            assertEquals(
                    Files.readString(out.resolve("toy-greedy-45-21").resolve(file)),
                    Files.readString(out.resolve("toy-greedy-45-21-2").resolve(file)));
        }
    }

    @Test
    void withoutMinimizingTheFindIsWhatIsReplayed() {
        Ran ran = fuzz("--bug", ToyTargets.GREEDY, "--seed", "7", "--no-minimize");
        assertTrue(ran.out().endsWith("found.schedule\n"), ran.out());
        assertFalse(Files.exists(out.resolve("toy-greedy-45-7/minimized.schedule")));
        assertNull(fuzz("--bug", ToyTargets.GREEDY, "--no-minimize", "--json").json().get("minimized"));
    }

    @Test
    void withoutAViolationItPassesAndNamesItsSeed() {
        Ran ran = fuzz("--executions", "50");
        assertEquals(ExitCode.OK, ran.exit());
        assertTrue(ran.out().matches("(?s)seed [0-9]+: toy\nno violation: 50 executions, .*"), ran.out());
        Map<?, ?> json = fuzz("--executions", "50", "--json").json();
        assertEquals("passed", json.get("outcome"));
        assertEquals(50L, json.get("executions"));
        assertNull(json.get("violation"));
        assertNull(json.get("found"));
    }

    @Test
    void whatFoundNothingLeavesNothing() {
        Path none = out.resolve("not/there/yet");
        assertEquals(ExitCode.OK, Ran.toy("fuzz", "toy", "--executions", "5", "--out", none.toString()).exit());
        assertFalse(Files.exists(out.resolve("not")));
        Ran covered = Ran.toy(
                "fuzz", "toy", "--executions", "5", "--seed", "3", "--coverage", "--out", none.toString());
        assertEquals(ExitCode.OK, covered.exit());
        assertTrue(Files.exists(none.resolve("toy-none-3/summary.json")));
    }

    @Test
    void aTimeBudgetEndsIt() {
        Ran ran = fuzz("--time", "200ms", "--quiet");
        assertEquals(ExitCode.OK, ran.exit());
        assertTrue(ran.out().matches("seed [0-9]+: toy\nno violation: .*\n"), ran.out());
    }

    @Test
    void keepGoingListsEveryDistinctViolation() throws IOException {
        Map<?, ?> json =
                fuzz("--bug", ToyTargets.GREEDY, "--keep-going", "--executions", "200", "--seed", "1", "--json")
                .json();
        List<?> violations = (List<?>) json.get("violations");
        assertEquals(200L, json.get("executions"));
        assertEquals(1, violations.size());
        assertTrue((long) json.get("deliveriesPerSecond") > 0);
        assertEquals("fair-share", ((Map<?, ?>) violations.get(0)).get("invariant"));
        assertEquals(true, ((Map<?, ?>) violations.get(0)).get("verified"));
        Path campaign = out.resolve("toy-greedy-45-1/campaign.html");
        assertEquals(campaign.toString(), json.get("campaign"));
        String page = Files.readString(campaign);
        assertTrue(page.contains("<h2><a href=\"report.html\">fair-share</a></h2>"), page);
        assertTrue(page.contains("<dt>executions</dt><dd>200</dd>"), page);
        assertTrue(Files.exists(campaign.resolveSibling("report.html")));
        assertFalse(page.contains("What each strategy came to"), "there is one only");
        assertEquals(List.of("random"), strategies(json, "strategy"));
    }

    @Test
    void keepGoingMakesEachDistinctViolationSmall() throws IOException {
        String[] options = {"--bug", ToyTargets.GREEDY, "--bug", ToyTargets.TIRED, "--keep-going", "--executions",
            "200", "--seed", "1"};
        Ran ran = fuzz(options);
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        Path run = out.resolve("toy-greedy-45+tired-47-1");
        assertTrue(ran.out().contains("\nminimized to "), ran.out());
        assertTrue(ran.out().contains("\nfound-2.schedule minimized to "), ran.out());
        assertTrue(ran.out().endsWith(" replay " + run.resolve("minimized.schedule") + "\n"), ran.out());
        String page = Files.readString(run.resolve("campaign.html"));
        for (String number : List.of("", "-2")) {
            Schedule small = ScheduleFile.read(run.resolve("minimized" + number + ".schedule").toString()).schedule();
            Schedule found = ScheduleFile.read(run.resolve("found" + number + ".schedule").toString()).schedule();
            String invariant = found.header().violation().split(" ")[0];
            assertEquals(invariant, small.header().violation().split(" ")[0]);
            assertTrue(small.deliveries() < found.deliveries(), small.length() + " of " + found.length());
            assertTrue(Files.readString(run.resolve("minimized" + number + ".trace"))
                    .contains("# Then " + invariant + " is broken: "));
            assertTrue(page.contains("<br>minimized: " + small.length() + ", <a href=\"minimized" + number
                    + ".schedule\"><code>minimized" + number + ".schedule</code></a>"), page);
        }
        assertTrue(Files.readString(run.resolve("found-2.html")).contains("\"name\":\"minimized\""));

        Map<?, ?> json = fuzz(Stream.concat(Stream.of(options), Stream.of("--json")).toArray(String[]::new)).json();
        List<?> violations = (List<?>) json.get("violations");
        assertEquals(2, violations.size());
        Map<?, ?> second = (Map<?, ?>) ((Map<?, ?>) violations.get(1)).get("minimized");
        assertEquals(json.get("minimized"), ((Map<?, ?>) violations.get(0)).get("minimized"));
        assertTrue(String.valueOf(second.get("schedule")).endsWith("-2/minimized-2.schedule"), second.toString());
        assertEquals(true, second.get("verified"));
    }

    private static List<?> strategies(Map<?, ?> json, String key) {
        return ((List<?>) json.get("strategies")).stream().map(strategy -> ((Map<?, ?>) strategy).get(key)).toList();
    }

    @Test
    void whatEachStrategyCameToAndWhatWasReachedIsToldOfACampaign() throws IOException {
        Map<?, ?> json =
                fuzz("--bug", ToyTargets.GREEDY, "--keep-going", "--executions", "300", "--seed", "1", "--json",
                "--strategy", "swarm", "--coverage", "--no-minimize").json();
        assertTrue(strategies(json, "strategy").containsAll(List.of("random", "pct", "pos")));
        assertEquals(300L, strategies(json, "executions").stream().mapToLong(n -> (long) n).sum());
        assertEquals(json.get("deliveries"), strategies(json, "deliveries").stream().mapToLong(n -> (long) n).sum());
        assertEquals(((Map<?, ?>) json.get("coverage")).get("abstractStates"),
                strategies(json, "abstractStates").stream().mapToLong(n -> (long) n).sum());
        assertTrue(strategies(json, "violations").stream().mapToLong(n -> (long) n).sum() > 1);
        String page = Files.readString(out.resolve("toy-greedy-45-1/campaign.html"));
        for (String part : List.of("<h2>What each strategy came to</h2>", "<th scope=\"row\">pct</th>",
                "<h2>Coverage, from execution to execution</h2>", "<th scope=\"row\">300</th>",
                "<h2>Messages, by the mode of the node that they met</h2>", "<th scope=\"row\">hello</th>")) {
            assertTrue(page.contains(part), part + " is not in " + page);
        }
    }

    @Test
    void onlyTheInvariantsNamedAreChecked() {
        assertEquals(ExitCode.OK,
                fuzz("--bug", ToyTargets.GREEDY, "--executions", "100", "--invariant", "sane").exit());
        assertEquals(ExitCode.VIOLATION,
                fuzz("--bug", ToyTargets.GREEDY, "--executions", "100", "--invariant", "sane", "fair-share").exit());
    }

    @Test
    void theCommandAtItsEndChecksTheSameInvariants() {
        Ran ran = fuzz("--bug", ToyTargets.GREEDY, "--invariant", "fair-share", "--check-every", "2", "--no-minimize");
        assertTrue(ran.out().endsWith("found.schedule --invariant fair-share --check-every 2\n"), ran.out());
    }

    @Test
    void aFindThatDoesNotReplayIsKeptAsUnverified() {
        Ran ran = fuzz("--bug", ToyTargets.FLAKY, "--seed", "3", "--json");
        Map<?, ?> json = ran.json();
        Map<?, ?> found = (Map<?, ?>) json.get("found");
        Path schedule = out.resolve("toy-flaky-3/unverified.schedule");
        assertEquals(ExitCode.DIVERGED, ran.exit());
        assertEquals("error", json.get("outcome"));
        assertEquals(11L, json.get("exit"));
        assertEquals(schedule.toString(), found.get("schedule"));
        assertEquals(false, found.get("verified"));
        assertTrue(Files.exists(schedule));
        assertFalse(Files.exists(schedule.resolveSibling("found.schedule")));
        Ran forPeople = fuzz("--bug", ToyTargets.FLAKY, "--seed", "3");
        assertTrue(forPeople.out().contains("usual suspects"), forPeople.out());
        assertTrue(forPeople.out().contains("-2/unverified.schedule: diverged"), forPeople.out());
        assertFalse(forPeople.out().contains("found.schedule"), forPeople.out());
    }

    /** What a fresh JVM runs instead of a replay. */
    static final class Rejecting {
        private Rejecting() {}

        public static void main(String[] arguments) {
            System.out.println("it was " + arguments[0]);
            System.exit(ExitCode.REJECTED);
        }
    }

    private Ran verifiedBy(String mainClass) {
        return Ran.with(ToyMain.catalog(), new FreshJvm(mainClass), "fuzz", "toy", "--bug", ToyTargets.GREEDY, "--seed",
                "7", "--json", "--out", out.toString());
    }

    @Test
    void aFreshJvmThatFailsSaysNothingAboutTheTarget() {
        Ran ran = verifiedBy("no.such.Main");
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("could not be verified in a fresh JVM: it ended with exit code 1: "), ran.err());
        assertNull(((Map<?, ?>) ran.json().get("found")).get("verified"));
        assertTrue(Files.exists(out.resolve("toy-greedy-45-7/found.schedule")));
    }

    @Test
    void aTargetThatBreaksTheRulesInAFreshJvmIsRejected() {
        Ran ran = verifiedBy(Rejecting.class.getName());
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        assertEquals("rejected", ran.json().get("outcome"));
        assertEquals("in a fresh JVM: it was replay", ((Map<?, ?>) ran.json().get("rejected")).get("what"));
        assertEquals(false, ((Map<?, ?>) ran.json().get("found")).get("verified"));
        assertTrue(Files.exists(out.resolve("toy-greedy-45-7/unverified.schedule")));
    }

    @Test
    void whatWasFoundBeforeMemoryRanOutIsKeptAndTheSeedIsToldToo() throws IOException {
        Ran ran = fuzz("--bug", ToyTargets.GREEDY, "--bug", ToyTargets.EXHAUSTING, "--keep-going", "--jobs", "1",
                "--json");
        Map<?, ?> json = ran.json();
        String message = (String) json.get("message");
        String seed = String.valueOf(json.get("seed"));
        assertEquals(ExitCode.INTERNAL, ran.exit(), ran.toString());
        assertTrue(message.contains("no memory today"), message);
        assertTrue(message.endsWith(" --seed=" + seed), message);
        assertTrue(ran.err().startsWith("seed " + seed + ": toy with greedy-45, exhausting\n"), ran.err());
        assertTrue(found("toy-greedy-45+exhausting-" + seed).contains("violation: fair-share"));
        Files.delete(Path.of(message.replaceFirst("(?s).*the stack trace in (\\S+) and.*", "$1")));
    }

    @Test
    void aTargetThatBreaksTheRulesIsRejectedWithItsStack() {
        Ran ran = fuzz("--bug", ToyTargets.BLOCKING, "--seed", "3");
        assertEquals(ExitCode.REJECTED, ran.exit());
        assertTrue(ran.out().contains("waited for a lock"), ran.out());
        assertTrue(ran.out().contains("IllegalStateException: waited here"), ran.out());
        assertTrue(ran.out().contains("  at dev.heddle.cli.ToyTargets"), ran.out());
        Path schedule = out.resolve("toy-blocking-3/found.schedule");
        assertTrue(Files.exists(schedule));
        assertTrue(ran.out().endsWith("\nreplay it with\n./heddle replay " + schedule + "\n"), ran.out());
        Map<?, ?> json = fuzz("--bug", ToyTargets.BLOCKING, "--seed", "3", "--json").json();
        assertEquals("rejected", json.get("outcome"));
        assertEquals("do not wait", ((Map<?, ?>) json.get("rejected")).get("remedy"));
    }

    @Test
    void aTargetThatCannotBeOpenedIsAnInternalErrorWithItsStackInAFile() throws IOException {
        Ran ran = fuzz("--bug", ToyTargets.BROKEN, "--json");
        String message = (String) ran.json().get("message");
        assertEquals(ExitCode.INTERNAL, ran.exit());
        assertTrue(message.contains("no system today"), message);
        assertTrue(message.contains("please report it"), message);
        Path log = Path.of(message.replaceFirst("(?s).*the stack trace in (\\S+) and.*", "$1"));
        assertTrue(Files.readString(log).contains("UnsupportedOperationException"));
        Files.delete(log);
        Ran debugging = fuzz("--bug", ToyTargets.BROKEN, "--debug");
        assertTrue(debugging.err().contains("\tat dev.heddle.cli.ToyTargets"), debugging.err());
    }

    @Test
    void theWeightsAndFaultsGivenAreUsed() throws IOException {
        fuzz("--network", "udp", "--faults", "drop", "--weights", "drop=0.1,command=0", "--bug", ToyTargets.GREEDY,
                "--seed", "5", "--executions", "1000", "--commands", "3");
        String schedule = found("toy-greedy-45-5");
        assertTrue(schedule.contains("network: udp\n"), schedule);
        assertFalse(schedule.contains("\ncommand "), schedule);
    }

    @Test
    void targetOptionsAreRecorded() throws IOException {
        fuzz("--target-option", "polite=very", "--bug", ToyTargets.GREEDY, "--seed", "5", "--nodes", "3", "--timing",
                "ordered");
        String schedule = found("toy-greedy-45-5");
        assertTrue(schedule.contains("target-options: polite=very\ntiming: ordered\n"), schedule);
        assertTrue(schedule.contains("nodes: 3\n"), schedule);
    }

    @Test
    void aFindThatCannotBeMinimizedEndsNothing() throws IOException {
        Ran ran = fuzz("--bug", ToyTargets.STUBBORN, "--seed", "7", "--keep-going", "--executions", "20");
        Path run = out.resolve("toy-stubborn-7");
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("heddle: " + run.resolve("found.schedule") + " could not be minimized: "),
                ran.err());
        assertTrue(ran.err().contains("no system today"), ran.err());
        assertTrue(Files.exists(run.resolve("summary.json")));
        assertTrue(Files.exists(run.resolve("campaign.html")));
        assertTrue(Files.exists(run.resolve("report.html")));
    }

    @Test
    void whatCannotBeToldInWordsIsMinimizedAllTheSame() throws IOException {
        Ran ran = fuzz("--bug", ToyTargets.ODD_ONE_OUT, "--seed", "7");
        Path run = out.resolve("toy-odd-one-out-7");
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("\nminimized to "), ran.out());
        assertTrue(ran.err().contains("heddle: minimized.trace could not be made: "), ran.err());
        assertTrue(Files.exists(run.resolve("minimized.schedule")));
        assertTrue(Files.exists(run.resolve("summary.json")));
    }
}
