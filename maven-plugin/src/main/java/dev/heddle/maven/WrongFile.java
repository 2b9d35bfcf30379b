package dev.heddle.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * What was wrong in all executions of goal <code>fuzz</code> in one build, a line each, for goal <code>verify</code>.
 *
 * @param build what the goals of one build have in common
 */
record WrongFile(Path file, Map<Object, Object> build) {
    private static final String NAME = "wrong.txt";

    static WrongFile in(Path folder, Map<Object, Object> build) {
        return new WrongFile(folder.resolve(NAME), build);
    }

    /**
     * Adds lines to those of this build; those of the build before are gone with the first. There is no file where
     * nothing was wrong.
     */
    void add(List<String> lines) throws IOException {
        if (build.put(file.toString(), Boolean.TRUE) == null) {
            Files.deleteIfExists(file);
        }
        if (!lines.isEmpty()) {
            Files.createDirectories(file.getParent());
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    /** All of them; none where nothing was wrong. */
    List<String> lines() throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
