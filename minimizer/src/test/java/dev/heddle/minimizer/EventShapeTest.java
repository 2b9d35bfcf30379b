package dev.heddle.minimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.fault.Reset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventShapeTest {
    private static Event event(String line) {
        return Faults.VOCABULARY.parse(line);
    }

    @Test
    void aBootIsADeliveryAndAnExternal() {
        assertEquals(2, EventShape.weight(event("boot n1")));
        assertEquals(1, EventShape.weight(event("crash n1")));
        assertEquals(1, EventShape.weight(event("fire n1 T #1")));
    }

    @Test
    void namesAreReplacedInTextsAsWhole() {
        assertEquals(
                event("deliver n2 -> n1/w Vote{for=n2, of=n10 n1x an1} #3"),
                EventShape.renamed(
                        event("deliver n1 -> n2/w Vote{for=n1, of=n10 n1x an1} #3"), Map.of("n1", "n2", "n2", "n1")));
        assertEquals(event("partition n2 n1 | n3"), EventShape.renamed(
                event("partition n1 n2 | n3"), Map.of("n1", "n2", "n2", "n1")));
    }

    @Test
    void aFaultAndItsEndArePairs() {
        assertTrue(EventShape.pair(event("crash n1"), event("recover n1")));
        assertFalse(EventShape.pair(event("crash n1"), event("recover n2")));
        assertTrue(EventShape.pair(event("crash n1 during fire n1 T #1 after sync 1"), event("recover n1")));
        assertTrue(EventShape.pair(event("cut n1 -> n2"), event("heal n1 -> n2")));
        assertFalse(EventShape.pair(event("cut n1 -> n2"), event("heal n2 -> n1")));
        assertTrue(EventShape.pair(event("partition n1 | n2"), event("heal all")));
        assertFalse(EventShape.pair(event("heal all"), event("cut n1 -> n2")));
    }

    @Test
    void whatAFaultMeetsIsKnownAndCanBeAnother() {
        Deliver other = (Deliver) event("deliver n1 -> n2 B #2");
        for (String line : List.of(
                "drop n1 -> n2 @",
                "duplicate n1 -> n2 @",
                "throw n2 during deliver n1 -> n2 @",
                "crash n2 during deliver n1 -> n2 @ after write 1",
                "deliver n1 -> n2 @")) {
            Event fault = event(line.replace("@", "A #1"));
            assertEquals(event("deliver n1 -> n2 A #1"), EventShape.handover(fault));
            assertEquals(event(line.replace("@", "B #2")), EventShape.instead(fault, other));
        }
        assertNull(EventShape.handover(event("crash n2")));
    }

    @Test
    void aFaultHasMilderForms() {
        assertEquals(
                List.of(event("reset n1 -> n2"), event("reset n2 -> n1")),
                EventShape.milder(event("partition n1 | n2")));
        assertEquals(List.of(event("reset n1 -> n2")), EventShape.milder(event("cut n1 -> n2")));
        assertEquals(List.of(event("cut n1 -> n2"), event("reset n1 -> n2")),
                EventShape.milder(event("sever n1 -> n2")));
        assertEquals(
                List.of(event("fire n2 T #1"), event("crash n2")),
                EventShape.milder(event("crash n2 during fire n2 T #1 after write 1")));
        assertEquals(List.of(), EventShape.milder(event("crash n2")));
    }

    @Test
    void aPartitionLosesANodeAndOtherEventsGoWithIt() {
        assertEquals(event("partition n1 | n3"), EventShape.withoutNode(event("partition n1 n2 | n3"), "n2"));
        assertNull(EventShape.withoutNode(event("partition n1 n2 | n3"), "n3"));
        assertNull(EventShape.withoutNode(event("crash n3"), "n3"));
        assertEquals(event("crash n3"), EventShape.withoutNode(event("crash n3"), "n2"));
    }

    @Test
    void faultsOfTheAllowedKindsCanBePutIn() {
        assertEquals(
                Set.of(List.of(event("reset n1 -> n2")), List.of(event("reset n2 -> n1")), List.of(event("crash n1")),
                        List.of(event("crash n2"))),
                Set.copyOf(EventShape.faults(List.of("n1", "n2"), Set.of(Reset.KIND, Crash.KIND))));
        assertEquals(
                Set.of(List.of(event("crash n1")), List.of(event("recover n1")),
                        List.of(event("crash n1"), event("recover n1"))),
                Set.copyOf(EventShape.faults(List.of("n1"), Set.of(Crash.KIND, Recover.KIND))));
        assertEquals(List.of(), EventShape.faults(List.of("n1"), Set.of()));
    }

    @Test
    void anEventConcernsWhereItRunsAndWhereItComesFrom() {
        Event deliver = event("deliver n1/w -> n2 Text{n3} #1");
        assertTrue(EventShape.concerns(deliver, "n1"));
        assertTrue(EventShape.concerns(deliver, "n2"));
        assertFalse(EventShape.concerns(deliver, "n3"));
        assertTrue(EventShape.concerns(event("command c1 -> n2 to n3"), "n2"));
        assertFalse(EventShape.concerns(event("command c1 -> n2 to n3"), "n3"));
        assertTrue(EventShape.concerns(event("partition n1 | n2 n3"), "n3"));
        assertFalse(EventShape.concerns(event("crash n12"), "n1"));
        assertTrue(EventShape.concerns(event("fire n4/x T #1"), "n4"));
    }

    @Test
    void theKindOfAMessageEndsWhereItsContentsBegin() {
        assertEquals("Vote", EventShape.kind("Vote{term=1}"));
        assertEquals("append", EventShape.kind("append w7"));
        assertEquals("Some", EventShape.kind("Some(3)"));
        assertEquals("Vote", EventShape.kind("Vote[transaction=t3, yes=true]"));
        assertEquals("Plain", EventShape.kind("Plain"));
    }

    @Test
    void onlyCommandsHaveACommandsText() {
        assertEquals("append w7", EventShape.commandText(event("command c1 -> n1 append w7")));
        assertNull(EventShape.commandText(event("boot n1")));
        assertNull(EventShape.client(event("boot n1")));
    }
}
