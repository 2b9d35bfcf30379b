package dev.heddle.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.heddle.junit.HeddleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** What a test with the annotation says in each case that there is. */
class HeddleTestTest {

    static class Holds {
        @HeddleTest(value = GlassScenario.class, executions = 50)
        void neverSpills() {}
    }

    static class Breaks {
        @HeddleTest(value = GlassScenario.class, bugs = "spills", corpus = "src/test/nowhere")
        void neverSpills() {}
    }

    static class Taken {
        @HeddleTest(value = GlassScenario.class, bugs = "spills", corpus = "target/taken")
        void neverSpills() {}
    }

    static class Nested {
        @HeddleTest(value = GlassScenario.class, executions = 1, corpus = "target/nested")
        void neverSpills() {}
    }

    static class BreaksOnTwoWorkers {
        @HeddleTest(value = GlassScenario.class, bugs = "spills", corpus = "src/test/nowhere", jobs = 2)
        void neverSpills() {}
    }

    static class Kept {
        @HeddleTest(value = GlassScenario.class, executions = 1, corpus = "src/test/corpora/kept")
        void neverSpills() {}
    }

    static class Mended {
        @HeddleTest(value = GlassScenario.class, executions = 1, corpus = "src/test/corpora/mended")
        void neverSpills() {}
    }

    static class Stale {
        @HeddleTest(value = GlassScenario.class, executions = 1, corpus = "src/test/corpora/stale")
        void neverSpills() {}
    }

    static class Malformed {
        @HeddleTest(value = GlassScenario.class, executions = 1, corpus = "src/test/corpora/malformed")
        void neverSpills() {}
    }

    static class Broken {
        @HeddleTest(value = GlassScenario.class, bugs = "throws")
        void neverSpills() {}
    }

    static class Misspelt {
        @HeddleTest(value = GlassScenario.class, bugs = "spils")
        void neverSpills() {}
    }

    static class Hangs {
        @HeddleTest(value = GlassScenario.class, bugs = "hangs")
        void neverSpills() {}
    }

    static class Timed {
        @HeddleTest(value = GlassScenario.class, time = "soon")
        void neverSpills() {}
    }

    static class Hurries {
        @HeddleTest(value = GlassScenario.class, bugs = "hurries", corpus = "src/test/nowhere")
        void neverSpills() {}
    }

    static class Timeless {
        @HeddleTest(value = GlassScenario.class, time = "0s")
        void neverSpills() {}
    }

    static class BodyThrows {
        @HeddleTest(value = GlassScenario.class, executions = 1)
        void neverSpills() {
            throw new IllegalStateException("the body ran");
        }
    }

    /** What became of one case. */
    private record Said(String name, TestExecutionResult.Status status, String message) {}

    private static List<Said> run(Class<?> type, Map<String, String> parameters) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).configurationParameters(parameters)
                .execute().testEvents().finished().stream().map(HeddleTestTest::said).toList();
    }

    private static List<Said> run(Class<?> type) {
        return run(type, Map.of());
    }

    private static Said said(Event event) {
        TestExecutionResult result = event.getRequiredPayload(TestExecutionResult.class);
        return new Said(event.getTestDescriptor().getDisplayName(), result.getStatus(),
                result.getThrowable().map(Throwable::getMessage).orElse(""));
    }

    private static Said only(List<Said> all) {
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    private static void assertHas(Said said, TestExecutionResult.Status status, String... parts) {
        assertEquals(status, said.status(), said::toString);
        for (String part : parts) {
            assertTrue(said.message().contains(part), () -> "'" + part + "' is not in: " + said.message());
        }
    }

    @Test
    void whatHoldsPasses() {
        assertEquals(List.of(new Said("fuzz seed 1, 50 executions", TestExecutionResult.Status.SUCCESSFUL, "")),
                run(Holds.class));
    }

    @Test
    void aViolationFailsWithItsShortestTraceAndWhatToDoWhateverTheNumberOfWorkers() throws IOException {
        Path folder = Path.of("target/heddle/" + Breaks.class.getName() + ".neverSpills");
        Said said = only(run(Breaks.class));
        assertHas(said, TestExecutionResult.Status.FAILED,
                "never-spills violated by glass: it holds 3, and there are 4 drops",
                "found by GlassScenario in execution ", "1-minimal", "glass gets pour from ", "drops 3 -> 4",
                "mkdir -p src/test/nowhere && cp -i " + folder.resolve("minimized.schedule")
                        + " src/test/nowhere/GlassScenario-never-spills-1.schedule",
                "mvn test -Dtest='" + Breaks.class.getName() + "#neverSpills' -Dheddle.schedule=");
        List<String> schedule = Files.readAllLines(folder.resolve("minimized.schedule"));
        assertEquals(4, schedule.stream().filter(line -> line.startsWith("deliver c")).count());
        assertTrue(Files.exists(folder.resolve("found.schedule")));
        run(BreaksOnTwoWorkers.class);
        assertEquals(schedule, Files.readAllLines(Path.of(
                "target/heddle/" + BreaksOnTwoWorkers.class.getName() + ".neverSpills/minimized.schedule")));
        assertTrue(Files.readString(folder.resolve("minimized.trace")).contains("drops"));

        assertHas(only(run(Breaks.class, Map.of("heddle.schedule", folder.resolve("minimized.schedule").toString()))),
                TestExecutionResult.Status.FAILED, "never-spills violated by glass", "minimized.schedule is replayed");
    }

    /** A schedule of the name that the find would have is another one's, and then the find itself is kept. */
    @Test
    void whatWasKeptStays() throws IOException {
        Path corpus = Files.createDirectories(Path.of("target/taken"));
        Path second = corpus.resolve("GlassScenario-never-spills-1-2.schedule");
        Files.deleteIfExists(second);
        Files.writeString(corpus.resolve("GlassScenario-never-spills-1.schedule"), "target: com.example.Other\n");
        Path small = Path.of("target/heddle/" + Taken.class.getName() + ".neverSpills/minimized.schedule");
        assertHas(only(run(Taken.class)), TestExecutionResult.Status.FAILED,
                "keep it beside another of its name, so that each build replays it first:",
                "  cp -i " + small + " " + second + System.lineSeparator());

        Files.copy(small, second);
        List<Said> all = run(Taken.class);
        assertEquals(2, all.size(), all::toString);
        assertHas(all.get(1), TestExecutionResult.Status.FAILED, "it is in the corpus already: " + second);
    }

    @Test
    void aBugBringsItsOptionsAlong() throws IOException {
        assertHas(only(run(Hurries.class)), TestExecutionResult.Status.FAILED, "never-spills violated by glass");
        assertTrue(Files.readString(Path.of("target/heddle/" + Hurries.class.getName() + ".neverSpills/found.schedule"))
                .contains("target-options: careless"));
    }

    @Test
    void propertiesTakeThePlaceOfTheAnnotation() {
        Map<String, String> parameters = Map.of("heddle.seed", "7", "heddle.executions", "2", "heddle.time", "5m");
        assertHas(only(run(Holds.class, parameters)), TestExecutionResult.Status.SUCCESSFUL);
        assertEquals("fuzz seed 7, 2 executions, 5m", only(run(Holds.class, parameters)).name());
        assertEquals("fuzz seed 1, 1ms", only(run(Holds.class, Map.of("heddle.time", "1ms"))).name());
    }

    @Test
    void aKeptScheduleIsACaseOfItsOwnAndComesFirst() {
        List<Said> all = run(Kept.class);
        assertEquals(2, all.size());
        assertEquals("spills-again.schedule", all.get(0).name());
        assertTrue(all.get(0).message().startsWith("spills-again.schedule: never-spills violated by glass: "),
                all.get(0).message());
        assertHas(all.get(0), TestExecutionResult.Status.FAILED,
                "when src/test/corpora/kept/spills-again.schedule is replayed", "drops 3 -> 4", "-Dheddle.schedule=");
        assertHas(all.get(1), TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void aScheduleWhoseBugIsMendedPasses() {
        List<Said> all = run(Mended.class);
        assertEquals("mended.schedule", all.get(0).name());
        assertHas(all.get(0), TestExecutionResult.Status.SUCCESSFUL);
    }

    @Test
    void schedulesOfOneNameAreToldApart() throws IOException {
        for (String folder : List.of("x", "y")) {
            Path nested = Files.createDirectories(Path.of("target/nested", folder));
            Files.copy(Path.of("src/test/corpora/mended/mended.schedule"), nested.resolve("mended.schedule"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(List.of("x/mended.schedule", "y/mended.schedule", "fuzz seed 1, 1 execution"),
                run(Nested.class).stream().map(Said::name).toList());
    }

    @Test
    void aScheduleThatCannotBeFollowedSaysWhatToDo() {
        List<Said> all = run(Stale.class);
        assertEquals(List.of("no-violation.schedule", "still-breaks.schedule", "violation.schedule",
                        "fuzz seed 1, 1 execution"),
                all.stream().map(Said::name).toList());
        assertHas(all.get(0), TestExecutionResult.Status.FAILED, "cannot be followed any more: it diverges at event 3",
                "expected: deliver c1 -> glass fill #1", "pending: ", "record the schedule anew or remove it");
        assertHas(all.get(1), TestExecutionResult.Status.FAILED, "never-spills violated by glass",
                "(it diverges at event 3; 1 event was skipped)");
        assertHas(all.get(2), TestExecutionResult.Status.ABORTED, "breaks nothing any more",
                "diverges at event 3", "remove the file");
    }

    @Test
    void aMalformedScheduleIsNamedWithItsLine() {
        assertHas(run(Malformed.class).get(0), TestExecutionResult.Status.FAILED, "malformed.schedule:");
    }

    @Test
    void aBrokenScenarioSaysItself() {
        assertHas(only(run(Broken.class)), TestExecutionResult.Status.FAILED,
                "GlassScenario.define", "there is no water");
        assertHas(only(run(Misspelt.class)), TestExecutionResult.Status.FAILED,
                "there is no bug 'spils' here; there are spills, hangs, throws, hurries");
    }

    @Test
    void aTestThatCannotBeUnderstoodFailsAsAWhole() {
        for (Map.Entry<String, Class<?>> test : Map.of("soon", Timed.class, "0s", Timeless.class).entrySet()) {
            List<String> messages = EngineTestKit.engine("junit-jupiter").selectors(selectClass(test.getValue()))
                    .execute().containerEvents().failed().stream().map(event -> said(event).message()).toList();
            assertEquals(List.of("'" + test.getKey()
                    + "' is no time; write a positive number and a unit: 500ms, 30s, 5m or 1h"), messages);
        }
    }

    @Test
    void aHandlerThatHangsFailsTheTest() {
        assertHas(only(run(Hangs.class)), TestExecutionResult.Status.FAILED,
                "rejected: a handler has been running for 10 s", "Glass.poured", "it is left behind", "found.schedule");
    }

    @Test
    void theBodyRunsOnceTheCaseHeld() {
        assertHas(only(run(BodyThrows.class)), TestExecutionResult.Status.FAILED, "the body ran");
    }
}
