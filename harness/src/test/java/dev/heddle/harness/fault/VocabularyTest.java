package dev.heddle.harness.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.disk.DiskError;
import dev.heddle.harness.disk.DiskPoint;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event.Envelope;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NastyTexts;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Run;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class VocabularyTest {
    private static List<Event> withText(String text, int occurrence) {
        Envelope envelope = new Envelope("n1", "n2/worker", text, occurrence);
        return List.of(
                new Deliver(envelope),
                new Drop(envelope),
                new Duplicate(envelope),
                new Fire("n1", text, occurrence),
                new Run("n1/worker", text, occurrence),
                new CrashPoint(new Deliver(envelope), new DiskPoint(DiskPoint.Operation.WRITE, occurrence)),
                new CrashPoint(new Fire("n1", text, 1), new DiskPoint(DiskPoint.Operation.SYNC, 2)),
                new ThrowFault(new Run("n1/worker", text, occurrence)),
                new Corrupt(envelope, occurrence),
                new Command("c1", "n2", text));
    }

    private static final List<Event> WITHOUT_TEXT = List.of(
            new Boot("n1"),
            new Crash("n1"),
            new Recover("n1"),
            new Pass(1),
            new Pass(1_500),
            new Settle(10_000),
            new Settle(2_500),
            new PartitionFault.Cut("n1", "n2"),
            new PartitionFault.Heal("n1", "n2"),
            new PartitionFault.HealAll(),
            new StorageError("n1", DiskError.READ),
            new StorageError("n1", DiskError.WRITE),
            new StorageError("n1", DiskError.TORN),
            new Skew("n1", 500),
            new Skew("n1", 0),
            new Skew("n1", -20),
            new Reset("n1", "n2"),
            new Sever("n1", "n2"),
            new PartitionFault.Partition(List.of(List.of("n1"), List.of("n2", "n3"))),
            new PartitionFault.Partition(List.of(List.of("n1"), List.of("n2"), List.of("n3", "n4"))));

    @ParameterizedTest
    @FieldSource("dev.heddle.harness.schedule.NastyTexts#ALL")
    void everyEventComesBackWithEveryText(String text) {
        withText(text, 3).forEach(VocabularyTest::assertComesBack);
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
            withText(NastyTexts.draw(rng), 1 + rng.nextInt(999_999_999)).forEach(VocabularyTest::assertComesBack);
        }
    }

    private static void assertComesBack(Event event) {
        String line = event.line();
        assertEquals(event, Faults.VOCABULARY.parse(line), line);
    }

    @Test
    void everyVerbIsTested() {
        Set<String> tested = new TreeSet<>();
        Stream.concat(withText("x", 1).stream(), WITHOUT_TEXT.stream())
                .forEach(e -> tested.add(e.line().substring(0, e.line().indexOf(' '))));
        Set<String> all = new TreeSet<>();
        Faults.VOCABULARY.verbs().forEach(verb -> all.add(verb.word()));
        assertEquals(all, tested);
    }

    @Test
    void linesReadAsTheContractShowsThem() {
        assertEquals(
                "deliver n1 -> n2 RequestVote{term=1 candidate=n1} #1",
                new Deliver(new Envelope("n1", "n2", "RequestVote{term=1 candidate=n1}", 1)).line());
        assertEquals("fire n1 ElectionTimeout #2", new Fire("n1", "ElectionTimeout", 2).line());
        assertEquals("run n1 Future#3", new Run("n1", "Future", 3).line());
        assertEquals("command c1 -> n1 append w7", new Command("c1", "n1", "append w7").line());
        assertEquals(
                "partition n1 n2 | n3 n4",
                new PartitionFault.Partition(List.of(List.of("n1", "n2"), List.of("n3", "n4"))).line());
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
                "cut n1 n2", "cut n1 -> n2 n3", "heal", "heal none", "sever n1 n2",
                "reset n1 ->", "partition", "partition n1 n2",
                "partition n1 | ", "partition | n1", "partition n1  n2 | n3", "partition n1|n2", "drop n1 -> n2 x",
                "duplicate n1 -> n2 x", "crash n1 during deliver n2 -> n1 x #1", "crash n1 during after write 1",
                "crash n1 during deliver n2 -> n1 x #1 after write 0",
                "crash n1 during deliver n2 -> n1 x after write 1",
                "crash n1 during deliver n2 -> n1 x #1 after flush 1", "crash n1 n2 during fire n1 t #1 after write 1",
                "throw n1", "throw n1 during", "throw n1 during deliver n2 -> n1 x", "storage-error n1",
                "storage-error n1 fire", "storage-error n1 n2 read", "storage-error read", "skew n1", "skew n1 500ms",
                "skew n1 +500", "skew n1 -0ms", "skew n1 +05ms", "skew +5ms", "corrupt n1 -> n2 x #1",
                "corrupt n1 -> n2 x #1 variant 0", "corrupt n1 -> n2 x variant 1"
            })
    void aLineOfAnotherFormIsRefusedWithTheForm(String line) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> Faults.VOCABULARY.parse(line)).getMessage();
        assertTrue(message.startsWith("expected the form '") || message.contains("backslash"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Boot n1", "explode n1", " boot n1", "\tboot n1", "-> x", "n1 crash"})
    void anUnknownEventIsRefusedWithTheKnownOnes(String line) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> Faults.VOCABULARY.parse(line)).getMessage();
        assertTrue(message.startsWith("unknown event '") && message.contains("boot, deliver, fire"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"throw n1 during boot n1", "crash n1 during recover n1 after write 1"})
    void faultsHappenInHandlersOnly(String line) {
        String message = assertThrows(IllegalArgumentException.class, () -> Faults.VOCABULARY.parse(line)).getMessage();
        assertTrue(message.contains("begins with one of deliver, fire, run"), message);
    }

    @Test
    void theNodeIsTheOneOfTheHandler() {
        String line = "throw n1 during deliver n1 -> n2/x a #1";
        String message = assertThrows(IllegalArgumentException.class, () -> Faults.VOCABULARY.parse(line)).getMessage();
        assertTrue(message.contains("'n1'") && message.contains("'n2'"), message);
    }

    @Test
    void aLongWordIsCutInTheError() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> Faults.VOCABULARY.parse("x".repeat(100_000)))
                .getMessage();
        assertTrue(message.length() < 300, message);
    }
}
