package dev.heddle.harness.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Crash;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantityTest {
    @Test
    void oneIsOneAndManyAreMany() {
        assertEquals("1 delivery", Quantity.deliveries(1));
        assertEquals("0 deliveries", Quantity.deliveries(0));
        assertEquals("1,024 replays", Quantity.of(1024, "replay"));
        assertEquals("1 delivery and 2 externals",
                new Schedule(Header.of("toy", 1, 1), List.of(new Boot("n1"), new Crash("n1"))).length());
        assertEquals("1 delivery and 1 external",
                new Schedule(Header.of("toy", 1, 1), List.of(new Boot("n1"))).length());
    }
}
