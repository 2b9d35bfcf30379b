package dev.heddle.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No file grows past what one reads at a sitting, and no line past the window. */
class SizeTest {
    private static final int MAX_LINES = 450;
    private static final int MAX_COLUMNS = 120;

    @Test
    void noFileIsLongerThan450Lines() {
        List<String> tooLong = House.sources().stream()
                .filter(f -> House.lines(f).size() > MAX_LINES)
                .map(f -> House.root().relativize(f) + " has " + House.lines(f).size() + " lines")
                .toList();
        assertEquals(List.of(), tooLong, "a concept is missing a name in");
    }

    @Test
    void noLineIsLongerThan120Characters() {
        List<String> tooLong = new ArrayList<>();
        for (Path file : House.sources()) {
            List<String> lines = House.lines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).codePointCount(0, lines.get(i).length()) > MAX_COLUMNS) {
                    tooLong.add(House.root().relativize(file) + ":" + (i + 1));
                }
            }
        }
        assertEquals(List.of(), tooLong, "break");
    }

    @Test
    void theSourcesAreFound() {
        assertTrue(House.sources().size() > 50, "only " + House.sources());
    }
}
