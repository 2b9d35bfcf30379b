package dev.heddle.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Moving over an execution, and changing it. */
class SessionTest {
    private final Session session = Talk.ofChain().session();

    private static List<Event> events(String... lines) {
        return List.of(lines).stream().map(Faults.VOCABULARY::parse).toList();
    }

    private static List<String> pending(Session session) {
        return session.pending().stream().map(item -> item.event().line()).toList();
    }

    private static StrategyFactory choosing(Strategy strategy) {
        return new StrategyFactory() {
            @Override
            public String id() {
                return "own";
            }

            @Override
            public String summary() {
                return "chooses as this test wants";
            }

            @Override
            public Strategy create(FuzzSettings settings, Rng rng) {
                return strategy;
            }
        };
    }

    @Test
    void aSessionBeginsBeforeTheFirstStepAndKnowsTheLast() {
        assertEquals(0, session.position());
        assertEquals(8, session.timeline().size());
        assertNull(session.timeline().violation());
        assertEquals(List.of(), pending(session));
    }

    @Test
    void theWorldIsAsItWasAtEveryStepWhicheverWayOneComes() {
        List<List<String>> forwards = new ArrayList<>();
        for (int step = 0; step <= 8; step++) {
            session.goTo(step);
            forwards.add(pending(session));
        }
        for (int step = 8; step >= 0; step--) {
            session.goTo(step);
            assertEquals(forwards.get(step), pending(session), "after step " + step);
        }
        assertTrue(forwards.get(4).contains("deliver n1 -> n2 Count{1} #1"), forwards.get(4)::toString);
        assertTrue(!forwards.get(5).contains("deliver n1 -> n2 Count{1} #1"), forwards.get(5)::toString);
    }

    @Test
    void statesAreThoseOfTheStep() {
        assertEquals("0", session.timeline().state("n2", 4).get("count"));
        assertEquals("1", session.timeline().state("n2", 5).get("count"));
        assertEquals("1", session.timeline().state("n2", 8).get("count"));
        assertTrue(session.timeline().state("n2", 1).isEmpty());
    }

    @Test
    void anEventOfOnesOwnHappensHereAndTheRestFollowsAsFarAsItGoes() {
        session.goTo(4);
        session.perform(events("drop n1 -> n2 Count{1} #1"));
        assertEquals(5, session.position());
        List<String> script = session.timeline().script().stream()
                .map(e -> e.step() + " " + e.event().line()).toList();
        assertEquals(List.of("5 drop n1 -> n2 Count{1} #1", "0 deliver n1 -> n2 Count{1} #1", "6 fire n2 tick #1",
                        "0 deliver n2 -> n3 Count{2} #1", "0 run n3 note#1"),
                script.subList(4, script.size()));
    }

    @Test
    void whatWasSkippedIsTriedAgainAfterTheNextChange() {
        session.goTo(4);
        session.perform(events("fire n1 tick #2"));
        session.perform(events("crash n2"));
        assertEquals(0, session.timeline().script().get(6).step());
        session.goTo(5);
        session.skip(1);
        assertEquals(Talk.CHAIN.lines().count() + 1, session.timeline().size());
    }

    @Test
    void whatCannotHappenChangesNothing() {
        Timeline before = session.timeline();
        session.goTo(3);
        assertThrows(DebuggerException.class, () -> session.perform(events("deliver n1 -> n2 Count{1} #1")));
        assertThrows(DebuggerException.class, () -> session.perform(events("boot n1")));
        assertEquals(before, session.timeline());
        assertEquals(3, session.position());
    }

    @Test
    void backIsExactAcrossACrash() {
        session.goTo(7);
        session.forget();
        session.perform(events("crash n3", "recover n3", "fire n3 tick #2"));
        assertEquals("0", session.timeline().state("n3", 10).get("count"));
        assertEquals("false", session.timeline().state("n3", 8).get("up"));
        session.goTo(7);
        assertEquals("2", session.timeline().state("n3", session.position()).get("count"));
        assertTrue(pending(session).contains("run n3 note#1"));
        session.goTo(8);
        assertTrue(!pending(session).contains("run n3 note#1"));
    }

    @Test
    void nothingFollowsAViolation() {
        Session broken = new Talk(Counters.upTo(2), Talk.CHAIN).session();
        assertEquals(7, broken.timeline().size());
        assertEquals("below", broken.timeline().violation().invariant());
        assertEquals(Entry.BEYOND, broken.timeline().script().get(7).step());
        broken.goTo(7);
        DebuggerException refused =
                assertThrows(DebuggerException.class, () -> broken.perform(events("fire n1 tick #2")));
        assertTrue(refused.getMessage().contains("nothing happens after it: 'back' goes back"), refused.getMessage());
        broken.goTo(6);
        broken.perform(events("drop n2 -> n3 Count{2} #1"));
        assertNull(broken.timeline().violation());
    }

    @Test
    void whatIsSavedEndsHereAndNamesWhatItEndsIn() {
        Session broken = new Talk(Counters.upTo(2), Talk.CHAIN).session();
        broken.goTo(7);
        Schedule whole = broken.saved();
        assertEquals("below", whole.header().violation());
        assertEquals(7, whole.events().size());
        broken.goTo(5);
        assertEquals("", broken.saved().header().violation());
        assertEquals(5, broken.saved().events().size());
    }

    @Test
    void aStrategyGoesOnFromHereTheSameForTheSameSeed() {
        session.goTo(5);
        session.forget();
        assertEquals(40, session.explore(Strategies.all().get(0), 3, 40));
        List<Event> first = session.timeline().chosen(45);
        session.forget();
        session.explore(Strategies.all().get(0), 3, 40);
        assertEquals(first, session.timeline().chosen(45));
        session.forget();
        session.explore(Strategies.all().get(0), 4, 40);
        assertTrue(!first.equals(session.timeline().chosen(45)));
        assertEquals(5, session.position());
    }

    @Test
    void whatIsInterruptedChangesNothing() {
        Timeline before = session.timeline();
        session.goTo(5);
        StrategyFactory interrupting = choosing(world -> {
            session.interrupt();
            return world.timer(0);
        });
        assertThrows(DebuggerException.class, () -> session.explore(interrupting, 1, 1_000_000_000));
        assertEquals(before, session.timeline());
        session.perform(events("crash n1"));
        assertEquals(6, session.position());
    }

    @Test
    void aFairEndIsFollowedByWhatComesByRule() {
        session.goTo(6);
        session.perform(List.of(session.settle()));
        assertEquals(9, session.timeline().size());
        assertTrue(session.timeline().moment(8).byRule());
        session.goTo(8);
        assertEquals(7, session.saved().events().size());
        assertTrue(pending(session).contains("run n3 note#1"));
        assertThrows(DebuggerException.class, () -> session.perform(events("crash n1")));
    }

    @Test
    void causesGoBackToWhatCameFromOutside() {
        assertEquals(List.of(7, 6, 2), session.timeline().causes(session.timeline().moment(8).event(), 7));
        assertEquals(List.of(), session.timeline().causes(session.timeline().moment(2).event(), 1));
    }

    @Test
    void aTargetThatIsNotTheSameTwiceIsNoticed() {
        int[] made = {0};
        Counters target = new Counters(100, () -> "at" + made[0]++);
        Session changing = new Talk(target, "boot n1\nboot n2\nfire n1 tick #1\n").session();
        changing.goTo(3);
        assertThrows(UnrepeatableException.class, () -> changing.perform(events("fire n2 tick #1")));
        assertThrows(UnrepeatableException.class, changing::pending);
    }

    @Test
    void aThousandStepsBackShowWhatWasThere() {
        session.goTo(8);
        session.forget();
        session.explore(Strategies.all().get(0), 1, 1500);
        int end = session.timeline().size();
        session.goTo(end);
        List<String> atEnd = pending(session);
        IntStream.range(0, 1000).forEach(i -> session.goTo(session.position() - 1));
        assertEquals(end - 1000, session.position());
        List<String> earlier = pending(session);
        session.goTo(end);
        assertEquals(atEnd, pending(session));
        assertTrue(!earlier.equals(atEnd));
    }

    @Test
    void whatIsNobodysMistakeIsNotTakenForOne() {
        StrategyFactory faulty = choosing(world -> {
            throw new IllegalArgumentException("a fault of ours");
        });
        session.goTo(4);
        assertThrows(IllegalArgumentException.class, () -> session.explore(faulty, 1, 1));
    }
}
