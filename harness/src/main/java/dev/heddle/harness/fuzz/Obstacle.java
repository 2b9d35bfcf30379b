package dev.heddle.harness.fuzz;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What stands in the way of writing a file, in a few words for who named it. */
public final class Obstacle {
    private Obstacle() {}

    /**
     * Why a file could not be written.
     *
     * @param file that somebody named, not one of those under which it is written first
     */
    public static String to(Path file, IOException e) {
        Path absolute = file.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return "it is a folder";
        }
        Path folder = absolute.getParent();
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null) {
            return words(e);
        } else if (!Files.isDirectory(there)) {
            return "'" + there + "' is no folder";
        } else if (e instanceof AccessDeniedException) {
            return "there is no right to write in " + there;
        } else if (e instanceof NoSuchFileException) {
            return there.equals(folder) ? "no file can be made in " + there : "there is no folder " + folder;
        }
        return words(e);
    }

    /** Why a file could not be written in a folder, which would have been made with those above it. */
    public static String in(Path folder, IOException e) {
        Path there = folder.toAbsolutePath();
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return to(there.resolve("file"), e);
    }

    /** What an exception about files means, by its name. */
    public static String words(Exception e) {
        String kind = e.getClass().getSimpleName().replaceFirst("(.)(Exception|IOException)$", "$1")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return e.getMessage() == null ? kind : kind + ": " + e.getMessage();
    }
}
