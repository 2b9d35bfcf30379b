package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListCommandTest {
    @Test
    void showsWhatThereIsToChooseFrom() {
        Ran ran = Ran.toy("list");
        assertEquals(ExitCode.OK, ran.exit());
        for (String line : List.of(
                "target toy",
                "  bug greedy-45: a node takes a second greeting before any other node has one",
                "  invariant fair-share",
                "  faults on fifo: none",
                "  faults on udp: drop",
                "faults: crash, recover, partition, reset, drop, duplicate")) {
            assertTrue(ran.out().lines().anyMatch(line::equals), line + " is missing in " + ran.out());
        }
        assertTrue(ran.out().contains("\nstrategy random: "), ran.out());
    }

    @Test
    void showsItAsJson() {
        Map<?, ?> json = Ran.toy("list", "toy", "--json").json();
        Map<?, ?> toy = (Map<?, ?>) ((List<?>) json.get("targets")).get(0);
        assertEquals("toy", toy.get("name"));
        assertEquals(List.of("fair-share", "sane", "no-uncaught-exception"), toy.get("invariants"));
        assertEquals("random", ((Map<?, ?>) ((List<?>) json.get("strategies")).get(0)).get("name"));
    }
}
