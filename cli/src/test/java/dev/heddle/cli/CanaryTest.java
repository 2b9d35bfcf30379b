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
}
