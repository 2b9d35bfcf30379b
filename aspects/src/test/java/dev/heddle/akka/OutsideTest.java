package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.NetworkKind;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Clocks and generators of the target say the same in every run. */
class OutsideTest {
    private static final String NANOS = "946684800000000000";
    private static final String MILLIS = "946684800000";
    /** What each clock shows when an execution begins. */
    private static final Map<String, String> CLOCKS = Map.ofEntries(
            Map.entry("nanoTime", NANOS),
            Map.entry("currentTimeMillis", MILLIS),
            Map.entry("Instant", "2000-01-01T00:00:00Z"),
            Map.entry("Clock", "2000-01-01T00:00:00Z"),
            Map.entry("Clock.zone", "2000-01-01T00:00:00Z"),
            Map.entry("LocalDate", "2000-01-01"),
            Map.entry("LocalDateTime", "2000-01-01T00:00"),
            Map.entry("ZonedDateTime", "2000-01-01T09:00+09:00[Asia/Tokyo]"),
            Map.entry("Date", MILLIS),
            Map.entry("Calendar", MILLIS),
            Map.entry("GregorianCalendar", MILLIS),
            Map.entry("Deadline", NANOS),
            Map.entry("stamp", MILLIS),
            Map.entry("::nanoTime", NANOS),
            Map.entry("::currentTimeMillis", MILLIS),
            Map.entry("::Instant", "2000-01-01T00:00:00Z"),
            Map.entry("::Clock", "2000-01-01T00:00:00Z"),
            Map.entry("::Clock.zone", "2000-01-01T00:00:00Z"),
            Map.entry("::LocalDate", "2000-01-01"),
            Map.entry("::LocalTime", "00:00"),
            Map.entry("::LocalDateTime", "2000-01-01T00:00"),
            Map.entry("::ZonedDateTime", "2000-01-01T00:00Z"),
            Map.entry("::OffsetDateTime", "2000-01-01T00:00Z"),
            Map.entry("::Date", MILLIS));

    private static String ask(Rig rig, long seed, String source) {
        return rig.run(Script.start().seed(seed).command(source)).responses().get(0);
    }

    private static void forEachSource(Consumer<String> check) {
        try (Rig rig = Rig.of("Outside", "ask")) {
            String sources = ask(rig, 1, "sources");
            assertAll(Stream.of(sources.split(" ")).map(s -> () -> check.accept(s)));
        }
    }

    @Test
    void eachSaysTheSameForTheSameSeedInAReusedSystem() {
        try (Rig rig = Rig.of("Outside", "ask")) {
            forEachSource(s -> assertEquals(ask(rig, 5, s), ask(rig, 5, s), s));
        }
    }

    @Test
    void eachSaysTheSameInAFreshSystem() {
        RunOptions fresh = RunOptions.on(NetworkKind.FIFO).withFreshSystems(true);
        try (Rig reused = Rig.of("Outside", "ask"); Rig other = Rig.of("Outside", "ask", fresh)) {
            forEachSource(s -> assertEquals(ask(reused, 5, s), ask(other, 5, s), s));
        }
    }

    @Test
    void generatorsSaySomethingElseForAnotherSeed() {
        try (Rig rig = Rig.of("Outside", "ask")) {
            forEachSource(s -> {
                if (!CLOCKS.containsKey(s)) {
                    assertNotEquals(ask(rig, 5, s), ask(rig, 6, s), s);
                }
            });
        }
    }

    @Test
    void clocksShowVirtualTime() {
        try (Rig rig = Rig.of("Outside", "ask")) {
            assertAll(CLOCKS.entrySet().stream()
                    .map(c -> () -> assertEquals(c.getValue(), ask(rig, 1, c.getKey()), c.getKey())));
        }
    }

    @Test
    void whatAkkaStampsOnItsLogIsNoReadOfANodesClock() {
        try (Rig rig = Rig.of("Outside", "ask")) {
            ask(rig, 1, "stamp");
            assertEquals(0, rig.clockReads("n1"));
            ask(rig, 1, "currentTimeMillis");
            assertEquals(1, rig.clockReads("n1"));
        }
    }

    @Test
    void whatIsMadeOnceForTheWholeSystemDrawsFromNoNode() {
        try (Rig rig = Rig.of("Outside", "ask")) {
            String whenItWasMade = ask(rig, 5, "extension");
            assertEquals(whenItWasMade, ask(rig, 5, "extension"));
        }
    }

    @Test
    void uidsRepeatAndANodesStaysTheSame() {
        try (Rig rig = Rig.of("Outside", "ask")) {
            String first = ask(rig, 5, "uids");
            assertEquals(first, ask(rig, 5, "uids"));
            String other = ask(rig, 6, "uids");
            assertNotEquals(first, other);
            assertEquals(first.split(" ")[1], other.split(" ")[1]);
        }
    }
}
