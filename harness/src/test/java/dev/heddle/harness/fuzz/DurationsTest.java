package dev.heddle.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DurationsTest {
    @Test
    void haveUnits() {
        assertEquals(OptionalLong.of(500_000_000L), Durations.nanos("500ms"));
        assertEquals(OptionalLong.of(30_000_000_000L), Durations.nanos("30s"));
        assertEquals(OptionalLong.of(300_000_000_000L), Durations.nanos("5m"));
        assertEquals(OptionalLong.of(3_600_000_000_000L), Durations.nanos("1h"));
        assertEquals(OptionalLong.of(Long.MAX_VALUE / 2_000_000L * 1_000_000L), Durations.nanos("999999999h"));
    }

    @Test
    void areWholeAndPositive() {
        for (String bad : List.of("", "5", "0s", "-5s", "5 s", "1.5s", "9999999999s")) {
            assertEquals(OptionalLong.empty(), Durations.nanos(bad), bad);
        }
    }
}
