package dev.heddle.minimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KnownTest {
    private final Known known = new Known();

    /** Boots and timers, each run by the node it names. */
    private static Execution execution(int nodes, String... lines) {
        List<Step> steps = Stream.of(lines).map(line -> new Step(line.split(" ")[1], -1, List.of())).toList();
        return new Execution(
                List.of("n1", "n2", "n3").subList(0, nodes),
                new Schedule(Header.of("t", nodes, 1),
                        Stream.of(lines).map(line -> Faults.VOCABULARY.parse(line)).toList()),
                Violation.of("broken", List.of("n1"), ""),
                steps);
    }

    @Test
    void theOrderOfEventsAtDifferentNodesMakesNoDifference() {
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "fire n1 T #1", "fire n1 U #1", "fire n2 T #1")));
        assertFalse(known.add(execution(2, "boot n1", "boot n2", "fire n2 T #1", "fire n1 T #1", "fire n1 U #1")));
    }

    @Test
    void thePlaceOfBootsAndFaultsDoes() {
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "fire n1 T #1")));
        assertTrue(known.add(execution(2, "boot n1", "fire n1 T #1", "boot n2")));
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "fire n1 T #1", "crash n2")));
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "crash n2", "fire n1 T #1")));
    }

    @Test
    void oneOfEachIsDistinct() {
        Execution one = execution(2, "boot n1", "boot n2", "fire n1 T #1", "fire n2 T #1");
        Execution same = execution(2, "boot n1", "boot n2", "fire n2 T #1", "fire n1 T #1");
        Execution other = execution(1, "boot n1", "fire n1 T #1");
        assertEquals(List.of(one, other), Known.distinct(Stream.of(one, same, other, one)));
    }

    @Test
    void theOrderAtOneNodeTheNodesAndTheClusterDo() {
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "fire n1 T #1", "fire n1 U #1")));
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "fire n1 U #1", "fire n1 T #1")));
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "fire n2 T #1", "fire n2 U #1")));
        assertTrue(known.add(execution(3, "boot n1", "boot n2", "fire n1 T #1", "fire n1 U #1")));
        assertTrue(known.add(execution(2, "boot n1", "boot n2", "fire n1 T #1")));
    }
}
