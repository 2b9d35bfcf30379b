package dev.heddle.harness.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Where a schedule is kept among others, none of which it takes the place of.
 *
 * @param file whose name is free, or which holds the same
 * @param number among those that would have the same name, from 1
 * @param kept whether the same is there already
 */
public record CorpusPlace(Path file, int number, boolean kept) {
    /** The first of {@code name.schedule}, {@code name-2.schedule}, … that is free or holds this text. */
    public static CorpusPlace of(Path folder, String name, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 1; ; i++) {
            Path file = folder.resolve(name + (i == 1 ? "" : "-" + i) + ".schedule");
            if (!Files.exists(file)) {
                return new CorpusPlace(file, i, false);
            } else if (Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), content)) {
                return new CorpusPlace(file, i, true);
            }
        }
    }
}
