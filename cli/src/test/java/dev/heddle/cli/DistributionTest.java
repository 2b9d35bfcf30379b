package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.targets.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with what it is shipped with: woven Akka, the Raft and ping-pong. */
class DistributionTest {
    private static final String PING_PONG = "dev.heddle.examples.pingpong.PingPongScenario";
    /** Not woven; as a user's classes are. */
    private static final Path CLASSES = Path.of("../examples/pingpong/target/classes");

    @TempDir
    private Path out;

    private static Ran heddle(String... arguments) {
        return Ran.with(Catalog.ofDistribution(), new FreshJvm(Main.class.getName()), arguments);
    }

    @Test
    void twoLeadersInOneTermAreFoundSavedVerifiedAndReplayed() throws IOException {
        Ran found = heddle("fuzz", "raft", "--bug", "raft-45", "--seed", "7", "--out", out.toString(), "--json");
        assertEquals(ExitCode.VIOLATION, found.exit(), found.toString());
        assertEquals("election-safety", ((Map<?, ?>) found.json().get("violation")).get("invariant"));
        assertEquals(true, ((Map<?, ?>) found.json().get("found")).get("verified"));
        Path schedule = out.resolve("raft-raft-45-7/found.schedule");
        assertEquals(ExitCode.VIOLATION, heddle("replay", schedule.toString(), "--times", "20").exit());
        Ran repaired = heddle("replay", schedule.toString(), "--bug", "none", "--lenient");
        assertEquals(ExitCode.NOT_REPRODUCED, repaired.exit(), repaired.toString());

        heddle("fuzz", "raft", "--bug", "raft-45", "--seed", "7", "--out", out.toString(), "--jobs", "1");
        assertEquals(-1, Files.mismatch(schedule, out.resolve("raft-raft-45-7-2/found.schedule")));
    }

    @Test
    void theRaftWithoutBugsPasses() {
        Ran ran = heddle("fuzz", "raft", "--executions", "200", "--seed", "1", "--out", out.toString());
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
    }

    @Test
    void theRaftPassesTheAudit() {
        Ran ran = heddle("audit", "raft", "--executions", "5", "--seed", "1");
        assertEquals(ExitCode.OK, ran.exit(), ran.toString());
    }

    @Test
    void oneNodeReplacesARuleOnlyOnce() {
        Ran ran = heddle("fuzz", "raft", "--bug", "raft-45", "--bug", "raft-45", "--executions", "1", "--out",
                out.toString());
        assertTrue(ran.out().contains("raft with raft-45"), ran.toString());
        assertEquals(ExitCode.USAGE, heddle("fuzz", "raft", "--bug", "raft-54").exit());
        assertEquals(ExitCode.USAGE, heddle("fuzz", "raft", "--target-option", "no-such-option").exit());
    }

    @Test
    void aScenarioOfOnesOwnIsLoadedFromItsClassPathAndItsFindMadeShort() {
        Ran found = heddle("fuzz", PING_PONG, "--classpath", CLASSES.toString(), "--bug", "pong-eager", "--seed", "7",
                "--out", out.toString());
        Path schedule = out.resolve(PING_PONG + "-pong-eager-7/minimized.schedule");
        assertEquals(ExitCode.VIOLATION, found.exit(), found.toString());
        assertTrue(found.out().endsWith(schedule + " --classpath " + CLASSES + "\n"), found.out());
        Ran replay = heddle("replay", schedule.toString());
        assertEquals(ExitCode.USAGE, replay.exit());
        assertTrue(replay.err().contains("is a class name: say where it is with --classpath"), replay.err());
    }

    @Test
    void aClassThatIsNoScenarioIsRefused() {
        String classPath = CLASSES.toString();
        for (Map.Entry<String, String> refused : Map.of(
                "dev.heddle.examples.pingpong.PingPongScenari", "did you mean " + PING_PONG,
                "dev.heddle.examples.pingpong.Pong", "is no scenario").entrySet()) {
            Ran ran = heddle("fuzz", refused.getKey(), "--classpath", classPath);
            assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
            assertTrue(ran.err().contains(refused.getValue()), ran.err());
            assertEquals(1, ran.err().lines().count(), ran.err());
        }
    }

    @Test
    void anAkkaOfOnesOwnWithoutWhatItNeedsIsRefusedWithTheCure() {
        String classPath = CLASSES + ":../aspects/target/oldest-akka/akka-actor_2.12-2.6.0.jar";
        Ran ran = heddle("fuzz", PING_PONG, "--classpath", classPath, "--out", out.toString());
        assertEquals(ExitCode.USAGE, ran.exit(), ran.toString());
        assertTrue(ran.err().contains("an Akka of your own needs all its jars there"), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
    }

    @Test
    void theListNamesTheSeededBugs() {
        Ran ran = heddle("list");
        for (String bug : List.of("raft-45", "raft-46", "raft-56")) {
            assertTrue(ran.out().contains("  bug " + bug + ": "), ran.out());
        }
    }

    @Test
    void theBenchmarkHasAllItsFigures() {
        Map<?, ?> json = heddle("bench", "--time", "700ms", "--json").json();
        for (String key : List.of(
                "plainAkkaInlineDeliveriesPerSecond",
                "controlledDeliveriesPerSecond",
                "raftDeliveriesPerSecond",
                "executionsPerSecond",
                "replaysPerSecond",
                "startMillis")) {
            assertTrue(json.get(key) instanceof Long figure && figure > 0, key + " in " + json);
        }
        assertTrue(json.get("jobsScaling") instanceof Double scaling && scaling > 0, json.toString());
    }
}
