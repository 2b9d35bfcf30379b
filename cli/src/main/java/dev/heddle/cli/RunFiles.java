package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Obstacle;
import dev.heddle.harness.fuzz.RunDirectory;
import dev.heddle.harness.schedule.Header;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The files of one run. Where its folder cannot be written any more the system's temporary one
 * serves, and failing that a schedule goes to standard error: what was found is never lost.
 */
final class RunFiles {
    private final Output output;
    private final Header header;
    private final Map<String, Integer> used = new HashMap<>();
    private Path out;
    private RunDirectory directory;
    private boolean elsewhere;

    /** Checks that files can be written there, before any work is done. */
    RunFiles(Output output, Header header, String out) {
        this.output = output;
        this.header = header;
        if (out.isEmpty()) {
            throw new UsageException("--out is empty; name a folder with --out DIR");
        }
        try {
            this.out = Path.of(out);
            Files.delete(Files.createTempFile(present(this.out.toAbsolutePath()), ".heddle-", ".tmp"));
        } catch (InvalidPathException e) {
            throw new UsageException("--out '" + out + "' is no path; name a folder with --out DIR", e);
        } catch (IOException e) {
            throw new UsageException("cannot write to '" + out + "' (" + Obstacle.in(Path.of(out), e)
                    + "); name another folder with --out DIR", e);
        }
    }

    /** The folder, or the nearest one above it that is there: nothing is made before there is something to save. */
    private static Path present(Path folder) {
        return Files.exists(folder) || folder.getParent() == null ? folder : present(folder.getParent());
    }

    /** Saves a schedule; where it is, or null where it could only be printed. */
    Path saveSchedule(String name, String content) {
        Path file = save(name, content);
        if (file == null) {
            output.note("heddle: what follows is " + name + "; keep it:");
            output.note(content);
        }
        return file;
    }

    /** Saves a schedule under the next name of this word that the run has not used. */
    Path saveNext(String word, String content) {
        return saveSchedule(name(word, used.merge(word, 1, Integer::sum) - 1, ".schedule"), content);
    }

    /** The name of the file that has this index, from 0, among those of a word: found, found-2, … */
    static String name(String word, int index, String suffix) {
        return word + (index == 0 ? "" : "-" + (index + 1)) + suffix;
    }

    /** Saves any file; where it is, or null. */
    Path save(String name, String content) {
        try {
            return directory().write(name, content);
        } catch (IOException | UnsupportedOperationException e) {
            output.note("heddle: cannot write " + name + " below " + out + ": " + Obstacle.words(e));
        }
        if (!elsewhere) {
            elsewhere = true;
            directory = null;
            out = Path.of(System.getProperty("java.io.tmpdir"), "heddle-runs");
            output.note("heddle: trying " + out);
            return save(name, content);
        }
        return null;
    }

    /** Removes a saved file, where there is one. */
    void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            output.note("heddle: cannot delete " + file + ", which is obsolete: " + Obstacle.words(e));
        }
    }

    /** Gives a saved file another name in its folder; where it is then. */
    Path rename(Path file, String name) {
        try {
            return Files.move(file, file.resolveSibling(name));
        } catch (IOException e) {
            output.note("heddle: cannot rename " + file + " to " + name + ": " + Obstacle.words(e));
            return file;
        }
    }

    private RunDirectory directory() throws IOException {
        if (directory == null) {
            directory = RunDirectory.create(out, header.target(), header.bugs(), header.seed());
        }
        return directory;
    }
}
