package dev.heddle.cli.console;

import dev.heddle.debugger.command.Style;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A script: lines come from a stream, without a prompt, and go to another one, without colours. */
public final class PlainConsole implements Console {
    private final BufferedReader in;
    private final PrintStream out;

    public PlainConsole(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public String read(String prompt) {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean interactive() {
        return false;
    }

    @Override
    public void show(Style style, String line) {
        out.println(line);
    }

    @Override
    public void close() {
        out.flush();
    }
}
