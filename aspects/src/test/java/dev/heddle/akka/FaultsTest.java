package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.Event;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults in the middle of handlers, of disks, clocks and messages, as Akka's actors meet them. */
class FaultsTest {
    private static List<String> lines(Rig rig) {
        return rig.coordinator().world().history().events().stream().map(Event::line).toList();
    }

    private static Rig run(String caseName, Script script) {
        return Rig.of("Faulty", caseName).run(script);
    }

    private static List<String> crashedAt(String caseName, String point) {
        String crash = "crash n1 during deliver c1 -> n1 go #1 after " + point;
        Script script = Script.start().hold().command("go").follow(crash).settle().follow("recover n1").command("disk");
        try (Rig rig = run(caseName, script)) {
            assertTrue(lines(rig).contains(crash), lines(rig).toString());
            assertEquals(List.of(), rig.failures());
            assertEquals(0, rig.coordinator().world().timerCount());
            assertTrue(rig.events().stream().noneMatch(line -> line.startsWith("run ")), rig.events().toString());
            return List.of(rig.responses().toString(), rig.events().stream()
                    .filter(line -> line.startsWith("n1 -> n2")).toList().toString());
        }
    }

    /** Whatever the handler does with it, and whatever it does when it ends, has no effect. */
    @ParameterizedTest
    @ValueSource(strings = {"rethrown", "swallowed", "wrapped"})
    void nodeIsMuteFromTheMomentOfTheCrashOn(String caseName) {
        String before = "[n1 -> n2: before]";
        String between = "[n1 -> n2: before, n1 -> n2: between]";
        assertEquals(List.of("[[]]", before), crashedAt(caseName, "write 1"));
        assertEquals(List.of("[[one]]", before), crashedAt(caseName, "sync 1"));
        assertEquals(List.of("[[one]]", between), crashedAt(caseName, "write 2"));
        assertEquals(List.of("[[one, two]]", between), crashedAt(caseName, "sync 2"));
    }

    @Test
    void handlerThatEndsFirstIsJustAHandler() {
        Script script = Script.start().hold().command("go")
                .follow("crash n1 during deliver c1 -> n1 go #1 after sync 9").settle();
        try (Rig rig = run("rethrown", script)) {
            assertTrue(lines(rig).contains("deliver c1 -> n1 go #1"));
            assertTrue(lines(rig).contains("deliver n1 -> n2 after #1"));
        }
    }

    @Test
    void exceptionIsSupervisionsAndNobodysFault() {
        Script script = Script.start().command("count").hold().command("count")
                .follow("throw n1 during deliver c1 -> n1 count #2").settle().command("count");
        try (Rig rig = run("count", script)) {
            assertEquals(List.of("count 0", "count 0"), rig.responses());
            assertEquals(List.of(), rig.failures());
            assertTrue(lines(rig).contains("throw n1 during deliver c1 -> n1 count #2"));
        }
    }

    @ParameterizedTest
    @CsvSource({"timer, throw n1 during fire n1 late #1", "future, throw n1 during run n1 Future#1"})
    void timersAndTasksAreThrownIntoAsWell(String command, String line) {
        Script script = Script.start().command("count").command(command).hold();
        script = command.equals("future")
                ? Script.start().command("count").hold().command(command).follow("deliver c1 -> n1 future #1")
                : script;
        try (Rig rig = run("count", script.follow(line).settle().command("count"))) {
            assertTrue(lines(rig).contains(line), lines(rig).toString());
            assertEquals(List.of(), rig.failures());
            assertTrue(Integer.parseInt(rig.responses().get(1).substring("count ".length())) < 10);
        }
    }

    @Test
    void failedDiskIsNobodysFault() {
        Script script = Script.start().follow("storage-error n1 write").command("count").command("write")
                .command("count").command("write");
        try (Rig rig = run("count", script)) {
            assertEquals(List.of("count 0", "count 0", "written"), rig.responses());
            assertEquals(List.of(), rig.failures());
        }
    }

    @ParameterizedTest
    @CsvSource({"wall, 500", "monotonic, 500000000"})
    void clocksAreTheNodes(String clock, long ahead) {
        Script script = Script.start().follow("skew n2 +500ms").command("n1", clock).command("n2", clock);
        try (Rig rig = run("clock", script)) {
            assertEquals(ahead, Long.parseLong(rig.responses().get(1)) - Long.parseLong(rig.responses().get(0)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 | Order[amount=2, paid=false, item=book]",
        "2 | Order[amount=0, paid=false, item=book]",
        "3 | Order[amount=1, paid=true, item=book]"
    })
    void messagesAreCorruptedByTheirComponents(int variant, String text) {
        Script script = Script.start().hold().command("go").follow("deliver c1 -> n1 go #1")
                .follow("corrupt n1 -> n2 Order[amount=1, paid=false, item=book] #1 variant " + variant).settle();
        try (Rig rig = run("order", script)) {
            assertTrue(rig.events().contains("n1 -> n2: " + text), rig.events().toString());
        }
    }
}
