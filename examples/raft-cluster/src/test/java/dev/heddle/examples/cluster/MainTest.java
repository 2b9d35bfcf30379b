package dev.heddle.examples.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Command lines that start no cluster. */
class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) throws IOException {
        return Main.run(List.of(arguments), new PrintStream(out, true), new PrintStream(err, true));
    }

    @Test
    void aMistakeIsOne() throws IOException {
        assertEquals(2, run());
        assertEquals(2, run("a", "b"));
        assertEquals(2, run("--demo"));
        assertEquals("", out.toString());
        assertTrue(err.toString().startsWith("usage: demo "), err.toString());
    }

    @Test
    void whoAsksForHelpGetsIt() throws IOException {
        assertEquals(0, run("--help"));
        assertTrue(out.toString().startsWith("usage: demo "), out.toString());
        assertEquals("", err.toString());
    }
}
