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
    void durationsHaveUnits() {
        assertEquals(500_000_000L, Durations.nanos("--time", "500ms"));
        assertEquals(30_000_000_000L, Durations.nanos("--time", "30s"));
        assertEquals(300_000_000_000L, Durations.nanos("--time", "5m"));
        assertEquals(3_600_000_000_000L, Durations.nanos("--time", "1h"));
        assertEquals(Long.MAX_VALUE / 2_000_000L * 1_000_000L, Durations.nanos("--time", "999999999h"));
        for (String bad : List.of("", "5", "0s", "-5s", "5 s", "1.5s", "9999999999s")) {
            assertThrows(UsageException.class, () -> Durations.nanos("--time", bad), bad);
        }
    }
}
