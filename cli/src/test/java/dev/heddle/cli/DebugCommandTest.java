package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.targets.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The debugger as scripts use it: commands from standard input. */
class DebugCommandTest {
    private static final Path SESSIONS = Path.of("src/test/resources/debug");

    @TempDir
    private Path folder;

    private static Ran toy(String script, String... arguments) {
        return Ran.with(script, ToyMain.catalog(), ToyMain.freshJvm(), arguments);
    }

    private static Ran heddle(String script, String... arguments) {
        return Ran.with(script, Catalog.ofDistribution(), new FreshJvm(Main.class.getName()), arguments);
    }

    @Test
    void aSessionOnTheRaftIsWhatItWas() throws IOException {
        Path schedule = SESSIONS.resolve("raft-45.schedule");
        Ran ran = heddle(Files.readString(SESSIONS.resolve("raft-45.commands")), "debug", schedule.toString());
        assertEquals("", ran.err());
        assertEquals(Files.readString(SESSIONS.resolve("raft-45.expected")), ran.out());
        assertEquals(ExitCode.OK, ran.exit());
    }

    @Test
    void whatIsSavedReplays() throws IOException {
        Path saved = folder.resolve("saved.schedule");
        String script = "goto 13\ndrop n2 VoteReply\nback 1\nduplicate n2 -> n1 VoteReply\nskip\nrun\nsave " + saved;
        Ran ran = heddle(script, "debug", SESSIONS.resolve("raft-45.schedule").toString(), "--quiet");
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertEquals(ExitCode.VIOLATION, heddle("", "replay", saved.toString()).exit());
        assertTrue(Files.readString(saved).contains("violation: election-safety"));
    }

    @Test
    void whatIsSavedCanBecomeATest() throws IOException {
        Path corpus = folder.resolve("corpus");
        Path saved = folder.resolve("order.schedule");
        String script = "boot\ncommand a go\nsave --junit " + saved + "\nquit";
        Ran ran = heddle(script, "debug", "dev.heddle.canary.SetOfOrder", "--classpath", "target/test-classes",
                "--corpus", corpus.toString());
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertEquals(Files.readString(saved), Files.readString(corpus.resolve("order.schedule")));
        assertTrue(ran.out().endsWith("kept as " + corpus.resolve("order.schedule") + "\n" + String.join("\n",
                "package dev.heddle.canary;",
                "",
                "import dev.heddle.junit.HeddleTest;",
                "",
                "/** Replays the schedules of " + corpus + " that are about the scenario, then fuzzes it. */",
                "class SetOfOrderTest {",
                "    @HeddleTest(value = SetOfOrder.class, corpus = \"" + corpus + "\")",
                "    void holds() {}",
                "}",
                "")), ran.out());

        Path bundled = folder.resolve("bundled.schedule");
        Ran refused = toy("boot\nsave --junit " + bundled + "\n", "debug", "toy", "--corpus", corpus.toString());
        assertEquals(ExitCode.USAGE, refused.exit(), refused.toString());
        assertTrue(refused.err().contains("about the bundled target 'toy'"), refused.err());
        assertTrue(Files.notExists(bundled));
    }

    @Test
    void oneBeginsWithNothing() {
        Ran ran = toy("boot\npending\n1\nstate n1\nquit\nnever read", "debug", "toy", "--nodes", "2", "--seed", "5");
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
        assertEquals("""
                toy, 2 nodes, fifo, seed 5; 'boot' starts the nodes, 'help' tells the rest
                at the beginning of 0 steps
                   1  boot n1
                      n1 up greeted=0
                   2  boot n2
                      n2 up greeted=0
                      send n2 -> n1 hello #1
                      send n1 -> n2 hello #1
                n1 -> n2
                   1  hello #1
                n2 -> n1
                   2  hello #1
                   3  deliver n1 -> n2 hello #1
                      n2 greeted: 0 -> 1
                n1 up
                  greeted: 0
                """, ran.out());
    }

    @Test
    void atBeginsAtAStep() {
        Path schedule = SESSIONS.resolve("raft-45.schedule");
        assertTrue(heddle("", "debug", schedule.toString(), "--at", "14").out().contains("after step 14 of 16"));
        Ran refused = heddle("", "debug", schedule.toString(), "--at", "99");
        assertEquals(ExitCode.USAGE, refused.exit());
        assertEquals("heddle: there is no step 99; there are 16\n", refused.err());
    }

    @Test
    void aMistakeInAScriptEndsIt() {
        Ran ran = toy("boot\n\ndelver 1\nstate\n", "debug", "toy");
        assertEquals(ExitCode.USAGE, ran.exit());
        assertEquals("heddle: line 3 ('delver 1'): unknown command 'delver'; did you mean deliver?;"
                + " 'help' lists them\n", ran.err());
        assertTrue(!ran.out().contains("greeted=0 "), ran.out());
        Ran command = toy("boot\ncommand n1 dance\n", "debug", "toy");
        assertEquals(ExitCode.USAGE, command.exit());
        assertTrue(command.err().contains("'dance' is no command of toy"), command.err());
    }

    @Test
    void aTargetThatIsNotTheSameTwiceIsADivergence() {
        Ran ran = heddle("boot\ncommand a go\ndeliver c1\ndeliver a\n", "debug", "dev.heddle.canary.ReflectiveClock",
                "--classpath", "target/test-classes");
        assertEquals(ExitCode.DIVERGED, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("executed again, step 4 went another way"), ran.err());
    }

    @Test
    void aTargetThatBreaksTheRulesIsSaid() {
        Ran ran = toy("boot\n1\n", "debug", "toy", "--bug", ToyTargets.BLOCKING);
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        assertTrue(ran.out().contains("rejected: a handler of n2 waited for a lock\n  cure: do not wait"), ran.out());
        assertEquals(ExitCode.OK, toy("boot\n1\nback\n", "debug", "toy", "--bug", ToyTargets.BLOCKING).exit());
    }

    @Test
    void aHandlerThatHangsIsRejectedAndItsThreadLeftBehind() {
        Ran ran = toy("boot\n1\n", "debug", "toy", "--bug", ToyTargets.HANGING);
        assertEquals(ExitCode.REJECTED, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("a handler has been running for 10 s"), ran.err());
    }

    @Test
    void itHasNoJson() {
        Ran ran = toy("", "debug", "toy", "--json");
        assertEquals(ExitCode.USAGE, ran.exit());
        assertEquals("error", ran.json().get("outcome"));
    }

    @Test
    void aScheduleThatIsNotThereIsRefused() {
        Ran ran = toy("", "debug", "nosuch.schedule");
        assertEquals("heddle: there is no file 'nosuch.schedule'\n", ran.err());
    }
}
