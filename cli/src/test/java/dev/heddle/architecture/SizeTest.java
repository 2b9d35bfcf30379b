package dev.heddle.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No file grows past what one reads at a sitting. */
class SizeTest {
    private static final int MAX_LINES = 450;

    @Test
    void noFileIsLongerThan450Lines() {
        List<String> tooLong = House.sources().stream()
                .filter(f -> House.lines(f).size() > MAX_LINES)
                .map(f -> House.root().relativize(f) + " has " + House.lines(f).size() + " lines")
                .toList();
        assertEquals(List.of(), tooLong, "a concept is missing a name in");
    }

    @Test
    void theSourcesAreFound() {
        assertTrue(House.sources().size() > 50, "only " + House.sources());
    }
}
