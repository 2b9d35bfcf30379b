package dev.heddle.cli.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.heddle.canary.WhichAkka;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.schedule.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmSourceTest {
    private static final Path CLASSES = Path.of("target/test-classes");

    @TempDir
    private Path folder;

    private Path jar() throws IOException {
        Path jar = folder.resolve("canaries.jar");
        try (Stream<Path> classes = Files.list(CLASSES.resolve("dev/heddle/canary"));
                JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : classes.sorted().toList()) {
                out.putNextEntry(new JarEntry("dev/heddle/canary/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
            }
        }
        return jar;
    }

    @Test
    void aLoadThatFailsLeavesTheOthersOpen() throws IOException {
        Path later = Files.createDirectory(folder.resolve("later"));
        try (RealmSource source = new RealmSource(WhichAkka.class.getName(), List.of(jar(), later))) {
            source.another();
            Files.delete(later);
            assertThrows(UsageException.class, source::another);
            assertEquals(2, source.factory().create(2, NetworkKind.FIFO, List.of(), new TreeMap<>()).nodes().size());
        }
    }
}
