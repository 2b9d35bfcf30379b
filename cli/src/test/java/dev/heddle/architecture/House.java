package dev.heddle.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The source tree that these tests look at. */
final class House {
    private static final List<String> SOURCES = List.of(".java", ".aj");
    private static final Pattern MODULE = Pattern.compile(" *<module>(.*)</module>");

    private House() {}

    /** The folder of the root pom. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("heddle"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** The folders of the modules that are built before the command line, in the order of the root pom. */
    static List<String> modules() {
        return lines(root().resolve("pom.xml")).stream()
                .map(MODULE::matcher)
                .filter(Matcher::matches)
                .map(module -> module.group(1))
                .takeWhile(module -> !module.equals("cli"))
                .toList();
    }

    /** Where their classes are, as they were compiled, and those of the command line itself. */
    static Path[] classes() {
        // The woven copies beside the command line know the aspects.
        return Stream.concat(
                        modules().stream().map(module -> root().resolve(module + "/target/classes")),
                        Stream.of(root().resolve("cli/target/classes/dev/heddle/cli")))
                .toArray(Path[]::new);
    }

    /** Every source file of every module. */
    static List<Path> sources() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> SOURCES.stream().anyMatch(s -> f.toString().endsWith(s)))
                    .filter(f -> !built(root().relativize(f)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean built(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(part -> part.toString().equals("target"));
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
