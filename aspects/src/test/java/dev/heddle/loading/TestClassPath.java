package dev.heddle.loading;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The class paths that the tests of loading give to a realm. */
final class TestClassPath {

    private static final Path BUILD = Path.of(System.getProperty("basedir", "."), "target");

    private TestClassPath() {}

    /** The newest supported Akka, by Maven's class path of this test. */
    static List<Path> newestAkka() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("(akka-actor_|scala-|config-).*\\.jar"))
                .toList();
    }

    /** The oldest supported Akka, on Scala 2.12. */
    static List<Path> oldestAkka() throws IOException {
        try (Stream<Path> jars = Files.list(BUILD.resolve("oldest-akka"))) {
            return jars.sorted().toList();
        }
    }

    static Path testClasses() {
        return BUILD.resolve("test-classes");
    }

    static List<Path> withTestClasses(List<Path> akka) {
        return Stream.concat(Stream.of(testClasses()), akka.stream()).toList();
    }

    static Realm open(List<Path> classPath) {
        return Realm.open(classPath, TestClassPath.class.getClassLoader());
    }
}
