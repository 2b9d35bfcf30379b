package dev.heddle.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a find is kept in the corpus; what was kept there before stays.
 *
 * @param name of the file
 * @param another whether there is another schedule of the name that it would have
 * @param kept whether the same is there already
 */
record CorpusPlace(String name, boolean another, boolean kept) {
    /** The first name that is free or that of the same schedule: what it is about, then with a number. */
    static CorpusPlace of(Path corpus, String about, String schedule) throws IOException {
        int number = 1;
        Path file = corpus.resolve(about + ".schedule");
        while (Files.exists(file) && !holds(file, schedule)) {
            number++;
            file = corpus.resolve(about + "-" + number + ".schedule");
        }
        return new CorpusPlace(file.getFileName().toString(), number > 1, Files.exists(file));
    }

    private static boolean holds(Path file, String schedule) throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(schedule);
    }
}
