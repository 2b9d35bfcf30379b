package dev.heddle.harness.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The folder of one run. Files appear in it whole or not at all: each is written under another name,
 * then renamed.
 */
public final class RunDirectory {
    private static final int MAX_SAME_NAME = 1_000_000;

    private final Path path;

    private RunDirectory(Path path) {
        this.path = path;
    }

    /**
     * Makes {@code <target>-<bugs or none>-<seed>} below {@code out}; an existing one is kept, the next
     * gets {@code -2}.
     */
    public static RunDirectory create(Path out, String target, List<String> bugs, long seed) throws IOException {
        String name = fileName(target) + "-"
                + (bugs.isEmpty() ? "none" : fileName(String.join("+", bugs))) + "-" + seed;
        Files.createDirectories(out);
        for (int i = 1; i <= MAX_SAME_NAME; i++) {
            Path candidate = out.resolve(i == 1 ? name : name + "-" + i);
            try {
                return new RunDirectory(Files.createDirectory(candidate));
            } catch (FileAlreadyExistsException taken) {
                // The next number is tried.
            }
        }
        throw new IOException("there are " + MAX_SAME_NAME + " runs called " + name + " in " + out);
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** Writes a file as a whole; an older one of that name is replaced. */
    public Path write(String name, String content) throws IOException {
        return writeWhole(path.resolve(name), content);
    }

    /** Writes any file as a whole or not at all; straight into what is there and is no plain file: a pipe, a link. */
    public static Path writeWhole(Path file, String content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        }
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = folder.resolve("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(unfinished, content.getBytes(StandardCharsets.UTF_8));
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return file;
    }

    /** A name that every file system takes: a class name's dots stay. */
    private static String fileName(String text) {
        return text.replaceAll("[^A-Za-z0-9._+-]", "_");
    }
}
