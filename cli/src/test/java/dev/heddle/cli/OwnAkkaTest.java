package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A scenario compiled elsewhere runs, in a process of its own, on the Akka that is on its class path. */
class OwnAkkaTest {
    @TempDir
    private Path folder;

    @Test
    void theOldestAkkaOnTheOlderScala() throws IOException {
        assertTrue(recordedOn("target/test-classes:../aspects/target/oldest-akka/*")
                .contains("got Akka 2.6.0 on Scala 2.12.10 #1"));
    }

    @Test
    void theBundledAkkaWhereTheUserBringsNone() throws IOException {
        assertTrue(recordedOn("target/test-classes").contains("got Akka 2.6.21 on Scala 2.13."));
    }

    /** A scenario with a bit of everything, typed actors too. */
    @Test
    void wovenAtBuildTimeAndAtLoadTimeGiveTheSameBytes() throws IOException {
        String scenario = "../aspects/target/test-classes";
        Path newest = Path.of("../aspects/target/newest-akka");
        List<String> onBundled = new ArrayList<>(List.of(scenario));
        try (Stream<Path> jars = Files.list(newest)) {
            jars.map(Path::toString).filter(jar -> jar.matches(".*/akka-(actor-typed|slf4j)_.*")).sorted()
                    .forEach(onBundled::add);
        }
        Path prewoven = torture("prewoven", String.join(File.pathSeparator, onBundled));
        Path loaded = torture("loaded", scenario + File.pathSeparator + newest + "/*");
        assertTrue(Files.size(prewoven) > 100_000, "a recording of " + Files.size(prewoven) + " bytes");
        assertEquals(-1, Files.mismatch(prewoven, loaded));
    }

    private Path torture(String name, String classPath) throws IOException {
        Path recording = folder.resolve(name);
        FreshJvm.Result recorded = new FreshJvm(Main.class.getName()).run(List.of(), List.of("audit",
                "dev.heddle.scenarios.Torture", "--classpath", classPath, "--executions", "10", "--seed", "1",
                "--faults", "all", "--record", recording.toString()));
        assertEquals(ExitCode.OK, recorded.exit(), recorded.toString());
        return recording;
    }

    /** The trace of a few executions; the same scenario must also give the same events in other JVMs. */
    private String recordedOn(String classPath) throws IOException {
        Path recording = folder.resolve("recording");
        String scenario = "dev.heddle.canary.WhichAkka";
        FreshJvm jvm = new FreshJvm(Main.class.getName());
        FreshJvm.Result recorded = jvm.run(List.of(), List.of("audit", scenario, "--classpath", classPath,
                "--executions", "3", "--seed", "1", "--record", recording.toString()));
        assertEquals(ExitCode.OK, recorded.exit(), recorded.toString());
        FreshJvm.Result audited = jvm.run(List.of(), List.of("audit", scenario, "--classpath", classPath,
                "--executions", "3", "--seed", "1"));
        assertEquals(ExitCode.OK, audited.exit(), audited.toString());
        return Files.readString(recording);
    }
}
