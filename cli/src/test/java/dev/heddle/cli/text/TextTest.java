package dev.heddle.cli.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final List<String> BUGS = List.of("raft-45", "raft-46", "raft-56", "raft-58-initialization");

    @Test
    void theNearestNameIsSuggested() {
        assertEquals(Optional.of("raft-45"), Nearest.to("raft-54", BUGS));
        assertEquals(Optional.of("raft-46"), Nearest.to("raf-46", BUGS));
        assertEquals(Optional.of("raft-58-initialization"), Nearest.to("raft-58-init", BUGS));
        assertEquals(Optional.empty(), Nearest.to("something", BUGS));
    }

    @Test
    void whatIsNoDurationIsRefusedWithWhatIsOne() {
        assertEquals(30_000_000_000L, DurationOption.nanos("--time", "30s"));
        assertEquals("'soon' is no duration for --time; write a positive number and a unit: 500ms, 30s, 5m or 1h",
                assertThrows(UsageException.class, () -> DurationOption.nanos("--time", "soon")).getMessage());
    }
}
