package dev.heddle.minimizer.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.minimizer.engine.Relay;
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
        assertEquals("7. recover n1: sum 4 -> 0.", lines.get(5), lines.toString());
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
