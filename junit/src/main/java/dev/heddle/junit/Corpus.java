package dev.heddle.junit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of schedules, several scenarios' perhaps.
 *
 * @param scenario the class name of the one that matters
 */
record Corpus(Path folder, String scenario) {
    private static final String SUFFIX = ".schedule";

    /** Those of the scenario, and those that do not say whose they are, by name; none where there is no folder. */
    List<Path> schedules() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).filter(this::isOurs).sorted().toList();
        } catch (IOException e) {
            throw new BrokenTestException("the corpus " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** What a schedule of the folder is called: its path there. */
    String name(Path schedule) {
        return folder.relativize(schedule).toString().replace('\\', '/');
    }

    private boolean isOurs(Path file) {
        try {
            List<String> targets = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).lines()
                    .takeWhile(line -> !line.isEmpty())
                    .filter(line -> line.startsWith("target:"))
                    .map(line -> line.substring("target:".length()).strip())
                    .toList();
            return targets.isEmpty() || targets.contains(scenario);
        } catch (IOException e) {
            throw new BrokenTestException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
