package dev.heddle.harness.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduleFormatTest {
    private static final String FULL = """
            heddle-schedule 1
            target: raft
            nodes: 4
            network: udp
            seed: -7
            bugs: raft-45 raft-46
            target-options: checkquorum prevote=on
            timing: ordered
            violation: election-safety

            # found by hand
            boot n1
            command c1 -> n1 append w7
            deliver c1 -> n1 append w7 #1
            """;

    private static Schedule full() {
        TreeMap<String, String> options = new TreeMap<>();
        options.put("prevote", "on");
        options.put("checkquorum", "");
        return new Schedule(
                new Header(
                        "raft", 4, NetworkKind.UDP, -7, List.of("raft-45", "raft-46"), options, Timing.ORDERED,
                        "election-safety"),
                List.of(
                        new Boot("n1"),
                        new Command("c1", "n1", "append w7"),
                        new Deliver(new Event.Envelope("c1", "n1", "append w7", 1))));
    }

    @Test
    void aFullScheduleAsText() {
        assertEquals(FULL, ScheduleFormat.write(full(), List.of("found by hand")));
    }

    @Test
    void aFullScheduleFromText() throws ScheduleException {
        assertEquals(full(), ScheduleFormat.parse(FULL, "x.schedule", Faults.VOCABULARY));
    }

    @Test
    void theShortestSchedule() throws ScheduleException {
        Schedule schedule = new Schedule(Header.of("toy", 1, 0), List.of());
        String text = """
                heddle-schedule 1
                target: toy
                nodes: 1
                network: fifo
                seed: 0
                timing: asynchronous

                """;
        assertEquals(text, ScheduleFormat.write(schedule));
        assertEquals(schedule, ScheduleFormat.parse(text, "x", Faults.VOCABULARY));
    }

    @Test
    void absentHeadersHaveDefaultsAndTheirOrderIsFree() throws ScheduleException {
        Schedule schedule = ScheduleFormat.parse(
                "heddle-schedule 1\nseed: 5\nnetwork: fifo\nnodes: 3\ntarget: toy\n\n", "x", Faults.VOCABULARY);
        assertEquals(Header.of("toy", 3, 5), schedule.header());
    }

    @Test
    void commentsAndBlankLinesAmongTheEventsAreSkipped() throws ScheduleException {
        Schedule schedule = ScheduleFormat.parse(
                "heddle-schedule 1\n# why\ntarget: toy\nnodes: 1\nnetwork: fifo\nseed: 0\n\n"
                        + "\n# a\nboot n1\n\n#b\ncrash n1\n",
                "x", Faults.VOCABULARY);
        assertEquals(List.of(new Boot("n1"), new Crash("n1")), schedule.events());
    }

    @Test
    void linesMayEndAsOnWindows() throws ScheduleException {
        assertEquals(full(), ScheduleFormat.parse(FULL.replace("\n", "\r\n"), "x", Faults.VOCABULARY));
    }

    @Test
    void anEmptyCommentIsItsMarkAlone() {
        String text = ScheduleFormat.write(new Schedule(Header.of("toy", 1, 1), List.of()), List.of("a", "", "b"));
        assertTrue(text.endsWith("\n\n# a\n#\n# b\n"), text);
    }

    @Test
    void commentsStayOnTheirLine() throws ScheduleException {
        String text = ScheduleFormat.write(full(), List.of("one\nboot n9", ""));
        assertEquals(full(), ScheduleFormat.parse(text, "x", Faults.VOCABULARY));
    }

    @Test
    void randomSchedulesComeBack() throws ScheduleException {
        Rng rng = new Rng(2);
        for (int i = 0; i < 300; i++) {
            Schedule schedule = draw(rng);
            String text = ScheduleFormat.write(schedule);
            assertEquals(schedule, ScheduleFormat.parse(text, "x", Faults.VOCABULARY), text);
        }
    }

    private static Schedule draw(Rng rng) {
        TreeMap<String, String> options = new TreeMap<>();
        for (int i = rng.nextInt(3); i > 0; i--) {
            options.put("k" + NastyTexts.draw(rng), NastyTexts.draw(rng));
        }
        List<String> bugs = new ArrayList<>();
        for (int i = rng.nextInt(3); i > 0; i--) {
            bugs.add("bug" + NastyTexts.draw(rng));
        }
        Header header = new Header(
                NastyTexts.draw(rng),
                1 + rng.nextInt(1000),
                NetworkKind.values()[rng.nextInt(2)],
                rng.nextLong(),
                bugs,
                options,
                Timing.values()[rng.nextInt(2)],
                NastyTexts.draw(rng));
        List<Event> events = new ArrayList<>();
        for (int i = rng.nextInt(5); i > 0; i--) {
            events.add(new Command("c1", "n1", NastyTexts.draw(rng)));
            events.add(new Run("n1", NastyTexts.draw(rng), 1 + rng.nextInt(99)));
        }
        return new Schedule(header, events);
    }

    @Test
    void filesAreReadAsUtf8(@TempDir Path folder) throws Exception {
        Schedule schedule = new Schedule(
                Header.of("toy", 1, 0), List.of(new Command("c1", "n1", "漢字 😀 é")));
        Path file = Files.write(
                folder.resolve("a.schedule"), ScheduleFormat.write(schedule).getBytes(StandardCharsets.UTF_8));
        assertEquals(schedule, ScheduleFormat.read(file, Faults.VOCABULARY));
    }

    @Test
    void countsOfDeliveriesAndExternals() {
        assertEquals(2, full().deliveries());
        assertEquals(2, full().externals());
    }

    @Test
    void headersAreValues() {
        Header header = full().header();
        assertEquals("", header.withViolation("").violation());
        assertEquals(List.of("x"), header.withBugs(List.of("x")).bugs());
        assertEquals(NetworkKind.FIFO, header.withNetwork(NetworkKind.FIFO).network());
        assertFalse(header.equals(header.withViolation("")));
        assertEquals(header, header.withViolation("election-safety"));
    }
}
