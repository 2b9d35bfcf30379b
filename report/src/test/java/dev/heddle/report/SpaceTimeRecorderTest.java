package dev.heddle.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.report.Letter.Fate;
import dev.heddle.report.Letter.Kind;
import dev.heddle.report.Point.Answer;
import dev.heddle.report.Point.Change;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpaceTimeRecorderTest {
    private static final Courier TWO = Courier.of(2);

    private static SpaceTime fifo(String... lines) {
        return TWO.followed(NetworkKind.FIFO, lines);
    }

    private static SpaceTime udp(String... lines) {
        return TWO.followed(NetworkKind.UDP, lines);
    }

    private static Point last(SpaceTime execution) {
        return execution.points().get(execution.points().size() - 1);
    }

    private static Letter letter(SpaceTime execution, String text) {
        return execution.letters().stream().filter(l -> l.text().equals(text)).findFirst().orElseThrow();
    }

    @Test
    void aStepFollowsFromWhatItsNodeDidBeforeAndFromWhatWasSent() {
        SpaceTime execution = fifo("boot n1", "boot n2", "command c1 -> n1 go", "deliver c1 -> n1 go #1",
                "deliver n1 -> n2 Parcel{go} #1");

        assertEquals(List.of(new Lane("c1", true), new Lane("n1", false), new Lane("n2", false)), execution.lanes());
        assertEquals(List.of("n1", "n2", "c1", "n1", "n2"), execution.points().stream().map(Point::lane).toList());
        assertEquals(
                List.of(List.of(), List.of(), List.of(), List.of(1, 3), List.of(2, 4)),
                execution.points().stream().map(Point::causes).toList());
        assertEquals(
                List.of("n1 starts", "n2 starts", "c1 asks n1 to go", "n1 gets go from c1",
                        "n2 gets Parcel{go} from n1"),
                execution.points().stream().map(Point::words).toList());
        assertNull(execution.violation());
    }

    @Test
    void whatANodeSentAndAnsweredAndHowItsStateChangedIsTakenDown() {
        SpaceTime execution = fifo("boot n1", "boot n2", "command c1 -> n1 go", "deliver c1 -> n1 go #1",
                "deliver n1 -> n2 Parcel{go} #1");

        assertEquals(List.of(new Change("parcels", null, "0"), new Change("last", null, "none")),
                execution.points().get(0).changes());
        assertEquals(List.of(new Answer("n1", "c1", "passed on")), execution.points().get(3).answers());
        assertEquals(List.of(new Change("parcels", "0", "1"), new Change("last", "none", "Parcel{go}")),
                last(execution).changes());
        Letter parcel = letter(execution, "Parcel{go}");
        assertEquals(new Letter(parcel.id(), Kind.MESSAGE, "n1", "n2", "Parcel{go}", 1, 4, 5, Fate.DELIVERED), parcel);
        assertEquals(List.of(parcel.id()), execution.points().get(3).sent());
        assertEquals(parcel.id(), last(execution).handed());
        Letter alarm = letter(execution, "Alarm");
        assertEquals(new Letter(alarm.id(), Kind.TIMER, "n1", "n1", "Alarm", 1, 1, 0, Fate.PENDING), alarm);
    }

    @Test
    void aCrashTakesMessagesAndTimersWithItAndWhatIsBackIsToldAgainstWhatWas() {
        SpaceTime execution = fifo("boot n1", "boot n2", "command c1 -> n1 go", "deliver c1 -> n1 go #1",
                "deliver n1 -> n2 Parcel{go} #1", "command c1 -> n1 more", "deliver c1 -> n1 more #1", "crash n2",
                "recover n2");

        Letter lost = letter(execution, "Parcel{more}");
        assertEquals(Fate.LOST, lost.fate());
        assertEquals(8, lost.ended());
        assertTrue(execution.letters().stream()
                .anyMatch(l -> l.to().equals("n2") && l.fate() == Fate.CANCELLED && l.ended() == 8));
        assertFalse(execution.points().get(7).up());
        assertEquals(List.of(), execution.points().get(7).changes());
        assertEquals(List.of(8), last(execution).causes());
        assertTrue(last(execution).up());
        assertEquals(List.of(new Change("parcels", "1", "0"), new Change("last", "Parcel{go}", "none")),
                last(execution).changes());
    }

    @Test
    void aCutIsNobodysAndLastsUntilItIsHealed() {
        SpaceTime execution = fifo("boot n1", "boot n2", "partition n1 | n2", "fire n1 Alarm #1", "heal n2 -> n1",
                "heal all");

        Point partition = execution.points().get(2);
        assertNull(partition.lane());
        assertEquals(List.of("n1 -> n2", "n2 -> n1"), partition.cuts());
        assertEquals(partition.cuts(), execution.points().get(3).cuts());
        assertEquals(List.of("n1 -> n2"), execution.points().get(4).cuts());
        assertEquals(List.of(), last(execution).cuts());
    }

    @Test
    void whatTheNetworkDoesToAMessageIsItsFate() {
        SpaceTime execution = udp("boot n1", "boot n2", "command c1 -> n1 a", "deliver c1 -> n1 a #1",
                "duplicate n1 -> n2 Parcel{a} #1", "drop n1 -> n2 Parcel{a} #1", "deliver n1 -> n2 Parcel{a} #2",
                "command c1 -> n1 b", "deliver c1 -> n1 b #1", "corrupt n1 -> n2 Parcel{b} #1 variant 1",
                "deliver n1 -> n2 Parcel{rubbish} #1");

        List<Letter> doubled = execution.letters().stream().filter(l -> l.text().equals("Parcel{a}")).toList();
        assertEquals(List.of(Fate.DROPPED, Fate.DELIVERED), doubled.stream().map(Letter::fate).toList());
        assertEquals(List.of(4, 5), doubled.stream().map(Letter::sent).toList());
        assertEquals(List.of(6, 7), doubled.stream().map(Letter::ended).toList());
        assertEquals(List.of(2, 5), execution.points().get(6).causes());
        assertEquals(List.of(4), execution.points().get(5).causes());
        assertEquals(Fate.REPLACED, letter(execution, "Parcel{b}").fate());
        assertEquals(10, letter(execution, "Parcel{rubbish}").sent());
        assertEquals(11, letter(execution, "Parcel{rubbish}").ended());
    }

    @Test
    void whatAFaultStrikesInItsHandlerWasHandedOver() {
        SpaceTime execution = fifo("boot n1", "throw n1 during fire n1 Alarm #1");
        assertEquals(Fate.DELIVERED, letter(execution, "Alarm").fate());
        assertEquals("throw", last(execution).kind());
        assertEquals("n1", last(execution).lane());
    }

    @Test
    void anExceptionThatLeavesAHandlerIsTakenDown() {
        SpaceTime execution = fifo("boot n1", "command c1 -> n1 burst", "deliver c1 -> n1 burst #1");
        assertEquals("java.lang.IllegalStateException: burst", last(execution).uncaught());
    }

    @Test
    void theViolationEndsIt() {
        SpaceTime execution = udp("boot n1", "boot n2", "command c1 -> n1 a", "deliver c1 -> n1 a #1",
                "deliver n1 -> n2 Parcel{a} #1", "command c1 -> n1 b", "deliver c1 -> n1 b #1",
                "deliver n1 -> n2 Parcel{b} #1", "command c1 -> n1 c", "deliver c1 -> n1 c #1",
                "deliver n1 -> n2 Parcel{c} #1", "fire n1 Alarm #1");
        assertEquals("n2 has three parcels", execution.violation().detail());
        assertEquals(11, execution.points().size());
    }

    @Test
    void whatFollowsByRuleIsMarked() {
        SpaceTime execution = fifo("boot n1", "command c1 -> n1 go", "settle 1s");
        assertTrue(execution.points().get(2).chosen());
        assertTrue(execution.points().size() > 3);
        assertFalse(last(execution).chosen());
    }

    @Test
    void aLongTextIsKeptAsFarAsPeopleReadIt() {
        SpaceTime execution = fifo("boot n1", "command c1 -> n1 " + "x".repeat(90_000),
                "deliver c1 -> n1 " + "x".repeat(90_000) + " #1");
        String text = execution.letters().get(1).text();
        assertTrue(text.length() < 21_000, () -> "still " + text.length());
        assertTrue(text.endsWith("… (70,000 more characters)"), () -> text.substring(19_900));
    }

    @Test
    void veryManyLongTextsAreCutShorter() {
        Clipping clipping = Clipping.fitting(java.util.Collections.nCopies(10_000, 20_000));
        assertEquals(1_600 + "… (18,400 more characters)".length(), clipping.of("y".repeat(20_000)).length());
        assertEquals("short", clipping.of("short"));
        assertNull(clipping.of(null));
    }
}
