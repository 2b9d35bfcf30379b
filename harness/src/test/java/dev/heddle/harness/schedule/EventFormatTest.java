package dev.heddle.harness.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event.Envelope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormatTest {
    private static List<Event> withText(String text, int occurrence) {
        Envelope envelope = new Envelope("n1", "n2/worker", text, occurrence);
        return List.of(
                new Event.Deliver(envelope),
                new Event.Drop(envelope),
                new Event.Duplicate(envelope),
                new Event.Fire("n1", text, occurrence),
                new Event.Run("n1/worker", text, occurrence),
                new Event.Command("c1", "n2", text));
    }

    private static final List<Event> WITHOUT_TEXT = List.of(
            new Event.Boot("n1"),
            new Event.Crash("n1"),
            new Event.Recover("n1"),
            new Event.Cut("n1", "n2"),
            new Event.Heal("n1", "n2"),
            new Event.HealAll(),
            new Event.Reset("n1", "n2"),
            new Event.Partition(List.of(List.of("n1"), List.of("n2", "n3"))),
            new Event.Partition(List.of(List.of("n1"), List.of("n2"), List.of("n3", "n4"))));

    @ParameterizedTest
    @FieldSource("dev.heddle.harness.schedule.NastyTexts#ALL")
    void everyEventComesBackWithEveryText(String text) {
        withText(text, 3).forEach(EventFormatTest::assertComesBack);
    }

    @ParameterizedTest
    @FieldSource("WITHOUT_TEXT")
    void everyOtherEventComesBack(Event event) {
        assertComesBack(event);
    }

    @Test
    void randomEventsComeBack() {
        Rng rng = new Rng(3);
        for (int i = 0; i < 1000; i++) {
            withText(NastyTexts.draw(rng), 1 + rng.nextInt(999_999_999)).forEach(EventFormatTest::assertComesBack);
        }
    }

    private static void assertComesBack(Event event) {
        String line = EventFormat.format(event);
        assertEquals(event, EventFormat.parse(line), line);
    }

    @Test
    void everyKindOfEventIsTested() {
        Set<Class<?>> tested = new HashSet<>();
        withText("x", 1).forEach(e -> tested.add(e.getClass()));
        WITHOUT_TEXT.forEach(e -> tested.add(e.getClass()));
        Set<Class<?>> all = new HashSet<>();
        collect(Event.class, all);
        assertEquals(all, tested);
    }

    private static void collect(Class<?> type, Set<Class<?>> records) {
        if (type.isRecord()) {
            records.add(type);
        } else {
            for (Class<?> sub : type.getPermittedSubclasses()) {
                collect(sub, records);
            }
        }
    }

    @Test
    void linesReadAsTheContractShowsThem() {
        assertEquals(
                "deliver n1 -> n2 RequestVote{term=1 candidate=n1} #1",
                EventFormat.format(
                        new Event.Deliver(new Envelope("n1", "n2", "RequestVote{term=1 candidate=n1}", 1))));
        assertEquals("fire n1 ElectionTimeout #2", EventFormat.format(new Event.Fire("n1", "ElectionTimeout", 2)));
        assertEquals("run n1 Future#3", EventFormat.format(new Event.Run("n1", "Future", 3)));
        assertEquals("command c1 -> n1 append w7", EventFormat.format(new Event.Command("c1", "n1", "append w7")));
        assertEquals(
                "partition n1 n2 | n3 n4",
                EventFormat.format(new Event.Partition(List.of(List.of("n1", "n2"), List.of("n3", "n4")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boot", "boot ", "boot n1 n2", "boot n1 ", "crash", "recover n1 now", "deliver", "deliver n1 -> n2",
                "deliver n1 -> n2 x", "deliver n1 -> n2 x #0", "deliver n1 -> n2 x #-1", "deliver n1 -> n2 x #1 ",
                "deliver n1 -> n2 #1", "deliver n1 -> n2 x #9999999999", "deliver n1 -> n2 x #01", "deliver -> n2 x #1",
                "deliver  -> n2 x #1", "deliver n1 ->  x #1", "deliver n1 n1 -> n2 x #1", "deliver n1 -> n2 \\x #1",
                "fire n1", "fire n1 #1", "fire n1 x", "fire n1 x#1", "fire  x #1", "run n1", "run n1 x", "run n1 #",
                "run n1 x#0", "command", "command c1 -> n1", "command c1 n1 x", "command c1 -> n1 a\\", "cut n1",
                "cut n1 n2", "cut n1 -> n2 n3", "heal", "heal none", "reset n1 ->", "partition", "partition n1 n2",
                "partition n1 | ", "partition | n1", "partition n1  n2 | n3", "partition n1|n2", "drop n1 -> n2 x",
                "duplicate n1 -> n2 x"
            })
    void aLineOfAnotherFormIsRefusedWithTheForm(String line) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> EventFormat.parse(line)).getMessage();
        assertTrue(message.startsWith("expected the form '") || message.contains("backslash"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Boot n1", "explode n1", " boot n1", "\tboot n1", "throw n2 during x", "-> x"})
    void anUnknownEventIsRefusedWithTheKnownOnes(String line) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> EventFormat.parse(line)).getMessage();
        assertTrue(message.startsWith("unknown event '") && message.contains("boot, deliver, fire"), message);
    }

    @Test
    void aLongWordIsCutInTheError() {
        String message = assertThrows(IllegalArgumentException.class, () -> EventFormat.parse("x".repeat(100_000)))
                .getMessage();
        assertTrue(message.length() < 300, message);
    }
}
