package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.targets.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scenario in docs/own-actors.md compiles, and its find is the one that is printed there. */
class OwnActorsGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "own-actors.md");
    private static final Pattern CODE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theCounterForgetsAsTheGuideSays() throws IOException {
        String guide = Files.readString(GUIDE);
        Path classes = compile(guide);
        Ran ran = Ran.with(Catalog.ofDistribution(), new FreshJvm(Main.class.getName()), "fuzz", "--classpath",
                classes.toString(), "com.example.CounterScenario", "--seed", "1", "--out",
                folder.resolve("runs").toString());
        assertEquals(ExitCode.VIOLATION, ran.exit(), ran.toString());
        Path minimized = folder.resolve("runs/com.example.CounterScenario-none-1/minimized.schedule");
        String schedule = Files.readString(minimized);
        List<String> events = schedule.substring(schedule.indexOf("boot ")).lines().toList();
        assertEquals(4, events.size(), schedule);
        assertTrue(guide.contains(String.join("\n", events)), schedule);
        assertTrue(guide.contains(ran.out().lines().skip(1).findFirst().orElseThrow()), ran.out());
    }

    private Path compile(String guide) throws IOException {
        Matcher code = CODE.matcher(guide);
        assertTrue(code.find(), "no Java in " + GUIDE);
        Path source = Files.writeString(folder.resolve("CounterScenario.java"), code.group(1));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        int errors = ToolProvider.getSystemJavaCompiler().run(null, null, null,
                "-Xlint:all", "-Werror", "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
                classes.toString(), source.toString());
        assertEquals(0, errors, "the scenario in the guide does not compile");
        return classes;
    }
}
