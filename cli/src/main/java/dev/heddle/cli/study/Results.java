package dev.heddle.cli.study;

import dev.heddle.cli.text.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The results of a study as they come, one line of a file each; a study that goes on begins with those there are. */
public final class Results {
    private final Path file;
    private final Map<Cell, Measured> known = new LinkedHashMap<>();

    private Results(Path file) {
        this.file = file;
    }

    /** Those in a file, which is made where there is none. A last line that is not whole is taken away. */
    public static Results in(Path file) throws IOException {
        Results results = new Results(file);
        if (Files.exists(file)) {
            results.read();
        } else {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Measured.HEADER + "\n");
        }
        return results;
    }

    private void read() throws IOException {
        String text = Files.readString(file);
        int whole = text.lastIndexOf('\n') + 1;
        List<String> lines = new ArrayList<>(text.substring(0, whole).lines().toList());
        if (lines.isEmpty() || !lines.remove(0).equals(Measured.HEADER)) {
            throw new UsageException("'" + file + "' is no file of results: its first line must be "
                    + Measured.HEADER + "; give another folder with --out");
        }
        int number = 1;
        for (String line : lines) {
            number++;
            try {
                keep(Measured.parse(line));
            } catch (IllegalArgumentException e) {
                throw new UsageException("'" + file + "', line " + number + " is no result (" + e.getMessage()
                        + "); remove the line, and its cell is run again", e);
            }
        }
        if (whole < text.length()) {
            Files.writeString(file, text.substring(0, whole));
        }
    }

    private void keep(Measured measured) {
        known.put(measured.cell(), measured);
    }

    /** Adds one, at once on disk. */
    public synchronized void add(Measured measured) {
        try {
            Files.write(file, (measured.line() + "\n").getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
        keep(measured);
    }

    /** The result of a cell with such a budget, or null where it must be run. */
    public synchronized Measured of(Cell cell, long budget) {
        Measured measured = known.get(cell);
        return measured != null && measured.answers(budget) ? measured : null;
    }
}
