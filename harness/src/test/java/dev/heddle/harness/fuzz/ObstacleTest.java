package dev.heddle.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObstacleTest {
    @TempDir
    private Path folder;

    private String to(Path file) {
        return Obstacle.to(file, assertThrows(IOException.class, () -> RunDirectory.writeWhole(file, "")));
    }

    @Test
    void aFolderIsNoFile() {
        assertEquals("it is a folder", to(folder));
    }

    @Test
    void aFileIsNoFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals("'" + file + "' is no folder", to(file.resolve("x")));
        assertEquals("'" + file + "' is no folder", to(file.resolve("x/y")));
        assertEquals("'" + file + "' is no folder", Obstacle.in(file, new IOException()));
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertEquals("there is no folder " + folder.resolve("none"), to(folder.resolve("none/x")));
    }

    @Test
    void aFolderThatTakesNothingIsNamedAndNotWhatWouldHaveBeenMadeInIt() {
        AccessDeniedException denied = new AccessDeniedException("some temporary name");
        assertEquals("there is no right to write in " + folder, Obstacle.to(folder.resolve("x"), denied));
        assertEquals("there is no right to write in " + folder, Obstacle.in(folder.resolve("a/b"), denied));
    }

    @Test
    void whateverElseItIsIsSaidInItsOwnWords() {
        assertEquals("io: no space left", Obstacle.to(folder.resolve("x"), new IOException("no space left")));
    }
}
