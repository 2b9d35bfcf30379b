package dev.heddle.minimizer.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.minimizer.engine.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AccountTest {
    private static final Schedule SCHEDULE = new Schedule(
            Header.of("relay", 2, 1),
            Stream.of(
                            "boot n1",
                            "boot n2",
                            "command c1 -> n1 add 4",
                            "deliver c1 -> n1 add 4 #1",
                            "deliver n1 -> n2 Sum{4} #1")
                    .<Event>map(Faults.VOCABULARY::parse)
                    .toList());

    private static final List<String> STORY = List.of(
            "1-2. n1, n2 start.",
            "3. c1 asks n1 to add 4: nothing changes.",
            "4. n1 gets add 4 from c1: sum 0 -> 4; sends Sum to n2.",
            "5. n2 gets Sum{4} from n1: sum 0 -> 4.");

    private final Chronicle seen = new Chronicle();

    private static Outcome run(Relay target, Chronicle chronicle) {
        return run(target, SCHEDULE, chronicle);
    }

    private static Outcome run(Relay target, Schedule schedule, Chronicle chronicle) {
        try (Replayer replayer = new Replayer(target, target.invariants(), schedule.header())) {
            return replayer.lenient(schedule, chronicle).outcome();
        }
    }

    @Test
    void whatANodeForgotInACrashIsToldWhenItIsBack() {
        List<Event> events = Stream.concat(
                        SCHEDULE.events().stream(),
                        Stream.of("crash n1", "recover n1").<Event>map(Faults.VOCABULARY::parse))
                .toList();
        run(Relay.of(2, 100), new Schedule(SCHEDULE.header(), events), seen);

        List<String> lines = new Account(seen, Violation.of("limit", List.of("n1"), "n1 forgot")).lines();
        assertEquals("7. n1 starts again: sum 4 -> 0.", lines.get(5), lines.toString());
    }

    private static Schedule commands(String... lines) {
        List<Event> events = new ArrayList<>(SCHEDULE.events().subList(0, 2));
        for (String line : lines) {
            if (line.contains(" ")) {
                events.add(Faults.VOCABULARY.parse(line));
            } else {
                events.add(Faults.VOCABULARY.parse("command c1 -> n1 " + line));
                events.add(Faults.VOCABULARY.parse("deliver c1 -> n1 " + line + " #1"));
            }
        }
        return new Schedule(SCHEDULE.header(), events);
    }

    private static List<String> fairEndAfter(int commands) {
        List<Event> events = new ArrayList<>(SCHEDULE.events().subList(0, 1));
        for (int i = 0; i < commands; i++) {
            events.add(Faults.VOCABULARY.parse("command c1 -> n1 add " + (i + 1)));
        }
        events.add(Faults.VOCABULARY.parse("settle 1s"));
        Chronicle chronicle = new Chronicle();
        run(Relay.of(2, 1_000_000), new Schedule(SCHEDULE.header(), events), chronicle);
        assertTrue(chronicle.moments().size() > commands + events.size(), "the commands were delivered by rule");
        return new Account(chronicle, Violation.of("limit", List.of("n1"), "no end")).lines();
    }

    @Test
    void ofALongFairEndTheFirstAndLastStepsAreTold() {
        List<String> lines = fairEndAfter(60);
        int settle = lines.indexOf("62. from here on all goes by rule, for 1s at most: nothing changes.");
        assertTrue(lines.get(settle + 30).startsWith("92. "), lines.toString());
        String folded = lines.get(settle + 31);
        assertTrue(folded.matches("93-[0-9]+\\. [0-9]+ more steps of the fair end, each of which follows by rule\\."),
                folded);
        int next = Integer.parseInt(folded.substring(3, folded.indexOf('.'))) + 1;
        assertTrue(lines.get(settle + 32).startsWith(next + ". "), lines.toString());
        assertEquals("Then limit is broken: no end.", lines.get(settle + 42));
    }

    @Test
    void aShortFairEndIsToldWhole() {
        assertTrue(fairEndAfter(20).stream().noneMatch(line -> line.contains("follows by rule")));
    }

    @Test
    void whatReachesTheDiskIsToldWhereTheNodeCrashes() {
        Schedule kept = commands("write1", "write2", "sync", "write3", "crash n1", "recover n1");
        run(Relay.of(2, 100), kept, seen);
        List<String> lines = new Account(seen, Violation.of("limit", List.of("n1"), "")).lines();
        assertEquals(List.of(
                        "4. n1 gets write1 from c1: writes 1 record, not synced.",
                        "6. n1 gets write2 from c1: writes 1 record, not synced.",
                        "8. n1 gets sync from c1: syncs 2 records.",
                        "10. n1 gets write3 from c1: writes 1 record, not synced.",
                        "11. n1 crashes: loses 1 record that was not synced."),
                lines.stream().filter(line -> line.contains("record")).toList());

        Chronicle lives = new Chronicle();
        run(Relay.of(2, 100), commands("write1", "sync"), lives);
        assertEquals("4. n1 gets write1 from c1: nothing changes.",
                new Account(lives, Violation.of("limit", List.of("n1"), "")).lines().get(2));
    }

    @Test
    void whatGotOntoTheDiskBeforeACrashWithinAHandlerIsTold() {
        run(Relay.of(2, 100), commands("write1", "command c1 -> n1 sync",
                "crash n1 during deliver c1 -> n1 sync #1 after sync 1"), seen);
        assertEquals("6. n1 crashes after sync 1 while n1 gets sync from c1: syncs 1 record.",
                new Account(seen, Violation.of("limit", List.of("n1"), "")).lines().get(4));
    }

    @Test
    void ofWhatTheNetworkDoesToAMessageItIsToldWhatIsOnItsWayThen() {
        List<Event> events = Stream.concat(
                        SCHEDULE.events().subList(0, 4).stream(),
                        Stream.<Event>of(Faults.VOCABULARY.parse("duplicate n1 -> n2 Sum{4} #1")))
                .toList();
        run(Relay.of(2, 100), new Schedule(SCHEDULE.header().withNetwork(NetworkKind.UDP), events), seen);
        assertEquals("5. Sum{4} from n1 to n2 is under way once more: on its way is Sum{4} to n2.",
                new Account(seen, Violation.of("limit", List.of("n1"), "")).lines().get(3));
    }

    private List<String> againstOneThatDoubles(String... texts) {
        Schedule commands = commands(texts);
        run(Relay.of(2, 100), commands, seen);
        Chronicle right = new Chronicle();
        run(Relay.thatDoubles(2, 100), commands, right);
        return new Account(seen, Violation.of("limit", List.of("n1"), "")).linesAgainst(right, "the-bug");
    }

    @Test
    void anAnswerIsToldAndAnotherOneIsADifference() {
        List<String> lines = againstOneThatDoubles("ask", "write1");
        assertEquals("4. n1 gets ask from c1: answers c1: sum of 1.", lines.get(2));
        assertEquals(
                List.of("It goes wrong first at event 4: n1 gets ask from c1.", "- With the-bug: answers c1: sum of 1",
                        "- Without it: answers c1: sum of 2"),
                lines.subList(lines.size() - 3, lines.size()));
    }

    @Test
    void messagesThatDifferInTheirContentsOnlyAreToldWhole() {
        List<String> lines = againstOneThatDoubles("tell", "write1");
        assertEquals("4. n1 gets tell from c1: sends Sum to n2.", lines.get(2));
        assertEquals(List.of("- With the-bug: sends Sum{1} to n2", "- Without it: sends Sum{2} to n2"),
                lines.subList(lines.size() - 2, lines.size()));
    }

    private static List<String> after(List<String> story, String... more) {
        return Stream.concat(story.stream(), Stream.of(more)).toList();
    }

    @Test
    void whatHappenedIsToldAndSinceWhenTheNodesAreAsTheyAre() {
        run(Relay.of(2, 100), seen);
        assertEquals(
                after(STORY,
                        "Then limit is broken: n2 has too much.",
                        "",
                        "The nodes that limit is about, and since which event they are so:",
                        "- n2: sum 4 (5)"),
                new Account(seen, Violation.of("limit", List.of("n2"), "n2 has too much")).lines());
    }

    @Test
    void againstARightExecutionTheFirstDifferenceIsNamed() {
        run(Relay.of(2, 100), seen);
        Chronicle right = new Chronicle();
        run(Relay.thatDoubles(2, 100), right);
        assertEquals(
                after(STORY,
                        "Then limit is broken: n2 has too much.",
                        "",
                        "It goes wrong first at event 4: n1 gets add 4 from c1.",
                        "- With the-bug: sum 0 -> 4; sends Sum to n2",
                        "- Without it: sum 0 -> 8; sends Sum to n2"),
                new Account(seen, Violation.of("limit", List.of("n2"), "n2 has too much"))
                        .linesAgainst(right, "the-bug"));
    }

    @Test
    void aFieldThatIsWrittenDifferentlyFromTheStartIsNotCompared() {
        run(Relay.of(2, 100), seen);
        Chronicle right = new Chronicle();
        run(Relay.of(2, 100).withUnit(" euros"), right);
        Account account = new Account(seen, Violation.of("limit", List.of("n2"), ""));
        assertEquals(account.lines(), account.linesAgainst(right, "the-bug"));
    }

    @Test
    void whatDoesNotHappenAtAllIsSaid() {
        run(Relay.of(2, 100), seen);
        Chronicle right = new Chronicle();
        run(Relay.of(2, 4), right);
        List<String> lines = new Account(seen, Violation.of("limit", List.of("n2"), "")).linesAgainst(right, "the-bug");
        assertEquals("It goes wrong first at event 5: n2 gets Sum{4} from n1.", lines.get(6));
        assertEquals("- Without the-bug this does not happen at all.", lines.get(7));
    }

    @Test
    void withoutADifferenceTheNodesAreDescribed() {
        run(Relay.of(2, 100), seen);
        Chronicle same = new Chronicle();
        run(Relay.of(2, 100), same);
        Account account = new Account(seen, Violation.of("limit", List.of("n2"), ""));
        assertEquals(account.lines(), account.linesAgainst(same, "the-bug"));
    }
}
