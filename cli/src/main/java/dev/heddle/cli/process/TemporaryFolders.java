package dev.heddle.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Folders that go with the work they are for, also where that is interrupted. Thread-safe. */
public final class TemporaryFolders {
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    /** A new one, for files only. */
    public Path create(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(prefix);
        folders.add(folder);
        return folder;
    }

    /** Deletes one with its files. */
    public void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
        folders.remove(folder);
    }

    /** Deletes what is left of all, as far as that is possible. */
    public void deleteAll() {
        for (Path folder : folders) {
            try {
                delete(folder);
            } catch (IOException e) {
                // The process ends, and the system's temporary folder is cleaned by others too.
            }
        }
    }
}
