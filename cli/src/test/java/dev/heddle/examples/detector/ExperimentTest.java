package dev.heddle.examples.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Command lines that measure nothing. */
class ExperimentTest {
    @ParameterizedTest
    @CsvSource({
        "--profile moon, '--profile is wan or datacenter, not ''moon'''",
        "--days, --days needs a value",
        "--days many, '--days is a whole number, not ''many'''",
        "--days 0, --days must be at least 1",
        "--seed 1.5, '--seed is a whole number, not ''1.5'''",
        "--sed 1, there is no option --sed"
    })
    void aMistakeIsOneLineAndExitCodeTwo(String arguments, String mistake) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertEquals(2, Experiment.run(
                List.of(arguments.split(" ")), new PrintStream(out, true), new PrintStream(err, true)));
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith("failure-detector: " + mistake + "; usage: --profile"), err.toString());
        assertEquals(1, err.toString().lines().count());
    }
}
