package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Obstacle;
import dev.heddle.harness.fuzz.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file that the user named to be written. */
final class TextFile {
    /** Not to be opened again: where it is a file, that would write over what was printed. */
    static final String STANDARD_OUTPUT = "/dev/stdout";

    private TextFile() {}

    /** Refuses names under which nothing can be written, or the schedule would be lost. */
    static void check(String option, String name, String schedule) {
        if (name.isEmpty()) {
            throw new UsageException(option + " is empty; name a file with " + option + " FILE");
        }
        try {
            if (Files.isDirectory(Path.of(name))) {
                throw new UsageException(option + ": '" + name + "' is a folder; name a file, such as "
                        + Path.of(name).resolve("FILE"));
            } else if (Path.of(name).normalize().equals(Path.of(schedule).normalize())) {
                throw new UsageException(option + " would replace the schedule '" + name + "'; name another file");
            }
        } catch (InvalidPathException e) {
            throw new UsageException(option + ": '" + name + "' is no path", e);
        }
    }

    /** Writes it as a whole or not at all. */
    static void write(Environment environment, String option, String name, String text) {
        try {
            Path file = Path.of(name);
            if (file.equals(Path.of(STANDARD_OUTPUT))) {
                environment.out().print(text);
            } else {
                RunDirectory.writeWhole(file, text);
            }
        } catch (IOException e) {
            throw new UsageException(option + ": '" + name + "' cannot be written (" + Obstacle.to(Path.of(name), e)
                    + "); name another file", e);
        }
    }
}
