package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.targets.Catalog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be repeated is found out and named, never silently accepted. */
class CanaryTest {
    @TempDir
    private Path out;

    private static Ran heddle(String command, String canary, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = command;
        arguments[1] = "dev.heddle.canary." + canary;
        arguments[2] = "--classpath";
        arguments[3] = "target/test-classes";
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Ran.with(Catalog.ofDistribution(), new FreshJvm(Main.class.getName()), arguments);
    }

    @ParameterizedTest
    @CsvSource({
        "SetOfOrder, iteration over a collection",
        "EnumHashSetOrder, iteration over a collection",
        "ReflectiveClock, a clock that is not under control",
        "StaticState, state that outlives an execution"
    })
    void theAuditFailsAndNamesTheSuspect(String canary, String suspect) {
        Ran ran = heddle("audit", canary, "--executions", "5", "--seed", "1");
        assertEquals(ExitCode.DIVERGED, ran.exit(), ran.toString());
        String told = ran.out() + ran.err();
        assertTrue(told.contains("deliver"), told);
        assertTrue(told.contains(suspect), told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"StartsThread", "Sleeps"})
    void threadsAndSleepsEndTheRunWithTheCulpritsStack(String canary) {
        Ran ran = heddle("fuzz", canary, "--executions", "20", "--seed", "1", "--out", out.toString());
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("dev.heddle.canary." + canary), ran.toString());
    }

    @Test
    void aNameWithSlashesIsAnsweredWithTheOneWithDots() {
        String wrong = "com/example/Shop.class";
        Ran ran = Ran.with(Catalog.ofDistribution(), new FreshJvm(Main.class.getName()), "fuzz", wrong,
                "--classpath", "target/test-classes", "--out", out.toString());
        assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("did you mean com.example.Shop?"), ran.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Throws", "NoScenario", "Nowhere"})
    void aScenarioThatCannotBeMadeIsBadInput(String canary) {
        Ran ran = heddle("fuzz", canary, "--executions", "1", "--out", out.toString());
        assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
        assertEquals(1, ran.err().lines().count(), ran.toString());
    }

    @Test
    void theClassPathMustExist() {
        Ran ran = Ran.with(Catalog.ofDistribution(), new FreshJvm(Main.class.getName()),
                "fuzz", "a.B", "--classpath", "nowhere.jar");
        assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("nowhere.jar"), ran.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "define      | false | dev.heddle.canary.Hooked.define threw",
        "system      | false | the start of the actor system threw",
        "views       | false | views of a threw",
        "props       | true  | props of ",
        "null-props  | true  | returned null",
        "view        | true  | the view of ",
        "next        | true  | Commands.next threw",
        "message     | true  | Commands.message(\"go\") threw",
        "response    | true  | Commands.response threw",
        "newMonitor  | true  | the invariant looks threw",
        "afterStep   | true  | the invariant looks threw",
        "stack,messageText | true | messageText threw"
    })
    void whatThrowsInAScenariosOwnCodeIsNamed(String place, boolean running, String message) {
        String[] more =
                {"--target-option", "in=" + place, "--executions", "50", "--seed", "1", "--out", out.toString()};
        Ran ran = heddle("fuzz", "Hooked", more);
        assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
        String told = ran.err();
        assertEquals(1, told.lines().count(), told);
        assertTrue(told.contains(message), ran.toString());
        if (!place.equals("null-props") && !place.equals("system")) {
            assertTrue(told.contains("IllegalStateException: tripped over " + place.replace("stack,", "") + " (at "),
                    ran.toString());
            assertTrue(told.contains("dev.heddle.canary.Hooked.trip(Hooked.java:"), ran.toString());
        }
        assertEquals(running, told.contains("the schedule so far is " + out), ran.toString());
    }

    @Test
    void anEndlessRecursionIsFoundAndVerified() {
        Ran ran = heddle("fuzz", "Hooked", "--target-option", "in=stack", "--executions", "50", "--seed", "1", "--out",
                out.toString());
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("no-uncaught-exception"), ran.toString());
        assertTrue(ran.out().contains("verified by strict replay"), ran.toString());
    }

    @Test
    void memoryThatRunsOutInAHandlerEndsTheRun() {
        Ran ran = heddle("fuzz", "Hooked", "--target-option", "in=memory", "--executions", "50", "--seed", "1", "--out",
                out.toString());
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        assertTrue(ran.out().contains(" ran out of memory"), ran.toString());
    }
}
