package dev.heddle.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final List<String> BUGS = List.of("raft-45", "raft-46", "raft-56", "raft-58-initialization");

    @Test
    void theNearestNameIsSuggested() {
        String known = " (known: raft-45, raft-46, raft-56, raft-58-initialization)";
        assertEquals("unknown bug 'raft-54'; did you mean raft-45?" + known, Nearest.unknown("bug", "raft-54", BUGS));
        assertEquals("unknown bug 'raft-99'" + known, Nearest.unknown("bug", "raft-99", BUGS));
        assertEquals("unknown bug 'x'; there is none", Nearest.unknown("bug", "x", List.of()));
    }

    @Test
    void whatIsNoDurationIsRefusedWithWhatIsOne() {
        assertEquals(30_000_000_000L, DurationOption.nanos("--time", "30s"));
        assertEquals("'soon' is no duration for --time; write a positive number and a unit: 500ms, 30s, 5m or 1h",
                assertThrows(UsageException.class, () -> DurationOption.nanos("--time", "soon")).getMessage());
    }
}
