package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HindranceTest {
    private final Bench bench = new Bench(3, NetworkKind.FIFO, Timing.ASYNCHRONOUS);

    /** n1 and n2 are up, n3 never was; of two messages the second waits behind the first; n2 to n1 is cut. */
    HindranceTest() {
        bench.follow("boot n1");
        bench.follow("boot n2");
        bench.send("n1", "n2", "gone");
        bench.follow("deliver n1 -> n2 gone #1");
        bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        bench.send("n1/a", "n1", "x");
        bench.follow("cut n2 -> n1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "boot n1                    | n1 is up",
        "crash n3                   | n3 was never booted",
        "recover n1                 | n1 is up",
        "deliver n1 -> n3 a #1      | n3 was never booted",
        "deliver n2 -> n1 a #1      | n2 has sent nothing to n1 so far",
        "deliver n1 -> n2 b #1      | it waits behind: deliver n1 -> n2 a #1",
        "deliver n1 -> n2 a #2      | n1 has sent only 1 of these to n2 so far",
        "deliver n1 -> n2 c #1      | n1 has sent no such message to n2 so far",
        "deliver n1 -> n2 gone #1   | it has been delivered or lost before",
        "drop n1/a -> n1 x #1       | it does not cross the network",
        "throw n2 during deliver n1 -> n2 b #1 | it waits behind: deliver n1 -> n2 a #1",
        "fire n1 t #1               | n1 has no such timer pending",
        "run n3 t#1                 | n3 was never booted"})
    void saysWhatStandsInTheWay(String line, String expected) {
        Findable event = (Findable) Faults.VOCABULARY.parse(line);
        assertNull(event.find(bench.world, Match.EXACT));
        assertEquals(expected, event.hindrance(bench.world));
    }

    @Test
    void aCrashedNodeIsDownAndACutWayIsCut() {
        Bench udp = new Bench(2, NetworkKind.UDP, Timing.ASYNCHRONOUS);
        udp.follow("boot n1");
        udp.follow("boot n2");
        udp.send("n1", "n2", "a");
        udp.follow("cut n1 -> n2");
        Findable event = (Findable) Faults.VOCABULARY.parse("deliver n1 -> n2 a #1");
        assertEquals("the way from n1 to n2 is cut", event.hindrance(udp.world));
        udp.follow("crash n2");
        assertEquals("n2 is down", event.hindrance(udp.world));
    }
}
