package dev.heddle.minimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.Minimized.Ending;
import dev.heddle.minimizer.pass.Passes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MinimizerTest {
    private static final Violation WANTED = Fake.violation("wanted");
    private static final Violation OTHER = Fake.violation("other");
    private static final long LONG = Long.MAX_VALUE;

    private static final Function<List<Event>, Violation> THREE_AND_SEVENTY =
            when(numbers -> numbers.contains(3) && numbers.contains(70));

    private static Function<List<Event>, Violation> when(Function<List<Integer>, Boolean> bad) {
        return events -> bad.apply(Fake.numbers(events)) ? WANTED : null;
    }

    private static Minimizer minimizer(Function<List<Event>, Violation> predicate, int jobs) {
        return new Minimizer(
                () -> new Fake(predicate), Passes.all(Set.of()), new MinimizerOptions(jobs, 800, LONG),
                MinimizerListener.NONE);
    }

    private static Schedule first(int count) {
        return Fake.commands(IntStream.range(0, count).toArray());
    }

    @Test
    void whatAMonotonePredicateNeedsIsLeft() {
        Minimized result = minimizer(THREE_AND_SEVENTY, 1).run(first(200));

        assertEquals(List.of(3, 70), Fake.numbers(result.execution().events()));
        assertTrue(result.oneMinimal());
        assertEquals(Ending.DONE, result.ending());
        assertEquals(200, result.start().events().size());
    }

    @Test
    void theNumberOfWorkersDoesNotChangeTheResult() {
        Function<List<Event>, Violation> rough =
                when(n -> n.stream().mapToInt(i -> i).sum() % 7 == 3 && n.size() % 3 != 1 && n.contains(12));
        // 0 + … + 45 is 1035, which is 6 modulo 7; without 3, 3.
        Schedule start = Fake.commands(IntStream.range(0, 46).filter(i -> i != 3).toArray());

        Minimized one = minimizer(rough, 1).run(start);
        Minimized three = minimizer(rough, 3).run(start);

        assertEquals(one.execution(), three.execution());
        assertEquals(one.replays(), three.replays());
    }

    @Test
    void aResultOfANonMonotonePredicateIsOneMinimal() {
        Function<List<Event>, Violation> odd = when(n -> n.size() % 2 == 1 && n.contains(5) || n.size() == 40);

        Minimized result = minimizer(odd, 2).run(first(40));

        List<Event> events = result.execution().events();
        assertTrue(result.oneMinimal());
        assertTrue(events.size() < 40, events.toString());
        for (int i = 0; i < events.size(); i++) {
            int removed = i;
            List<Event> left = IntStream.range(0, events.size())
                    .filter(k -> k != removed)
                    .mapToObj(events::get)
                    .toList();
            assertEquals(null, odd.apply(left), "without event " + i);
        }
    }

    @Test
    void whatShowsAnotherViolationIsNotTakenButKept() {
        Function<List<Event>, Violation> both = events -> {
            List<Integer> n = Fake.numbers(events);
            if (!n.contains(3)) {
                return n.contains(4) ? OTHER : null;
            }
            return n.contains(8) ? WANTED : null;
        };

        Minimized result = minimizer(both, 1).run(first(20));

        assertEquals(List.of(3, 8), Fake.numbers(result.execution().events()));
        assertEquals(WANTED, result.execution().violation());
        assertEquals(1, result.others().size());
        assertEquals(OTHER, result.others().get(0).violation());
    }

    /** Either both of two numbers, or one that another execution has to bring. */
    private static final Function<List<Event>, Violation> PAIR_OR_OTHER = when(n -> n.contains(3) && n.contains(70)
            || n.contains(500));

    private static Minimized afresh(LongFunction<List<Event>> own, boolean asked, int jobs) {
        return new Minimizer(
                        () -> new Fake(PAIR_OR_OTHER, own), Passes.all(Set.of()),
                        new MinimizerOptions(jobs, 800, asked, LONG), MinimizerListener.NONE)
                .run(first(100));
    }

    private static List<Event> nowAndThen(long number) {
        return number % 200 == 150 ? Fake.commands(900, 500, 901, 902).events() : List.of();
    }

    @Test
    void whatShowsTheSameAfreshCountsWhereAsked() {
        Minimized asked = afresh(MinimizerTest::nowAndThen, true, 1);

        assertEquals(List.of(500), Fake.numbers(asked.execution().events()));
        assertTrue(asked.oneMinimal());
        assertEquals(100, asked.start().events().size());
        assertEquals("another find", asked.stages().get(0).pass());
        assertEquals(4, asked.stages().get(0).externalsAfter());
        assertEquals(asked.execution(), afresh(MinimizerTest::nowAndThen, true, 3).execution());

        assertEquals(List.of(3, 70), Fake.numbers(afresh(number -> List.of(), true, 1).execution().events()));
        assertEquals(
                List.of(3, 70), Fake.numbers(afresh(MinimizerTest::nowAndThen, false, 1).execution().events()));
    }

    @Test
    void whatBreaksAfreshInAnotherWayIsKept() {
        Minimized result = new Minimizer(
                        () -> new Fake(
                                e -> Fake.numbers(e).contains(600) ? OTHER : PAIR_OR_OTHER.apply(e),
                                number -> Fake.commands(600).events()),
                        Passes.all(Set.of()), new MinimizerOptions(1, 800, LONG).lookingAfresh(),
                        MinimizerListener.NONE)
                .run(first(100));

        assertEquals(List.of(3, 70), Fake.numbers(result.execution().events()));
        assertEquals(List.of(OTHER), result.others().stream().map(Execution::violation).toList());
    }

    @Test
    void aScheduleWithoutViolationIsRefused() {
        UnreliableException e =
                assertThrows(UnreliableException.class, () -> minimizer(events -> null, 1).run(first(3)));
        assertTrue(e.getMessage().contains("no violation"), e.getMessage());
    }

    @Test
    void aViolationThatComesAndGoesIsRefused() {
        AtomicInteger runs = new AtomicInteger();
        UnreliableException e = assertThrows(
                UnreliableException.class,
                () -> minimizer(events -> runs.getAndIncrement() % 2 == 0 ? WANTED : null, 1).run(first(3)));
        assertTrue(e.getMessage().contains("only sometimes"), e.getMessage());
    }

    @Test
    void anExecutionThatDiffersEveryTimeIsRefused() {
        AtomicInteger runs = new AtomicInteger();
        UnreliableException e = assertThrows(
                UnreliableException.class,
                () -> minimizer(
                                events -> Violation.of("wanted", List.of(), "run " + runs.getAndIncrement()), 1)
                        .run(first(3)));
        assertTrue(e.getMessage().contains("differently"), e.getMessage());
    }

    @Test
    void aResultThatIsNotShownAgainIsRefused() {
        AtomicInteger runs = new AtomicInteger();
        Function<List<Event>, Violation> onceOnly =
                events -> events.size() == 10 || runs.getAndIncrement() == 0 ? WANTED : null;

        UnreliableException e =
                assertThrows(UnreliableException.class, () -> minimizer(onceOnly, 1).run(first(10)));
        assertTrue(e.getMessage().contains("once and not again"), e.getMessage());
    }

    /** An experiment in which much comes by itself without the event 7. */
    private record Busy(Fake fake) implements Experiment {
        @Override
        public Execution run(Candidate candidate) {
            Execution plain = fake.run(candidate);
            if (plain == null || Fake.numbers(plain.events()).contains(7)) {
                return plain;
            }
            return new Execution(
                    plain.nodes(), plain.schedule(), plain.violation(), plain.steps(), first(10).events());
        }

        @Override
        public void close() {
            fake.close();
        }
    }

    @Test
    void aRemovalAfterWhichMoreComesByItselfIsARemovalStill() {
        Minimized result = new Minimizer(
                        () -> new Busy(new Fake(when(n -> n.contains(3)))), Passes.all(Set.of()),
                        new MinimizerOptions(1, 800, LONG), MinimizerListener.NONE)
                .run(first(10));

        assertEquals(List.of(3, 7), Fake.numbers(result.execution().events()));
        assertEquals(Ending.DONE, result.ending());
        assertFalse(result.oneMinimal(), "the event 7 is not needed for the violation");
    }

    private static BrokenRulesException broken() {
        return new BrokenRulesException(new RuleBreach("n1 ran out of memory", "keep less", new OutOfMemoryError()));
    }

    @Test
    void aCandidateThatBreaksTheRulesShowsNothing() {
        Minimized result = minimizer(events -> {
            if (!Fake.numbers(events).contains(30)) {
                throw broken();
            }
            return THREE_AND_SEVENTY.apply(events);
        }, 1).run(first(100));

        assertEquals(List.of(3, 30, 70), Fake.numbers(result.execution().events()));
        assertTrue(result.oneMinimal(), "no replay comes to the violation without the event 30");
    }

    @Test
    void rulesThatAreBrokenWhileTheScheduleIsConfirmedAreNoMissingViolation() {
        BrokenRulesException e = assertThrows(BrokenRulesException.class, () -> minimizer(events -> {
            throw broken();
        }, 1).run(first(3)));
        assertEquals("n1 ran out of memory", e.breach().what());
    }

    @Test
    void rulesThatAreBrokenWhileTheResultIsConfirmedAreNoMissingViolation() {
        AtomicInteger runs = new AtomicInteger();
        Function<List<Event>, Violation> counted = events -> {
            runs.incrementAndGet();
            return THREE_AND_SEVENTY.apply(events);
        };
        minimizer(counted, 1).run(first(100));
        int last = runs.getAndSet(0);

        assertThrows(BrokenRulesException.class, () -> minimizer(events -> {
            Violation met = counted.apply(events);
            if (runs.get() == last) {
                throw broken();
            }
            return met;
        }, 1).run(first(100)));
    }

    @Test
    void whenItIsStoppedTheBestSoFarIsTheResult() {
        AtomicInteger runs = new AtomicInteger();
        Minimizer[] minimizer = new Minimizer[1];
        minimizer[0] = minimizer(events -> {
            if (runs.incrementAndGet() == 20) {
                minimizer[0].stop();
            }
            return THREE_AND_SEVENTY.apply(events);
        }, 1);

        Minimized result = minimizer[0].run(first(500));

        assertEquals(Ending.STOPPED, result.ending());
        assertFalse(result.oneMinimal());
        assertTrue(result.execution().events().size() < 500);
        assertTrue(THREE_AND_SEVENTY.apply(result.execution().events()) != null);
    }

    @Test
    void withoutTimeTheStartIsTheResult() {
        Minimized result = new Minimizer(
                        () -> new Fake(THREE_AND_SEVENTY), Passes.all(Set.of()), new MinimizerOptions(1, 800, 1),
                        MinimizerListener.NONE)
                .run(first(100));

        assertEquals(Ending.TIME, result.ending());
        assertEquals(100, result.execution().events().size());
        assertFalse(result.oneMinimal());
    }

    @Test
    void whereTimeRunsOutDetoursAreCutShortAndNotTheEnd() {
        List<Integer> needed = IntStream.range(0, 20).mapToObj(i -> 7 * i).toList();
        AtomicLong clock = new AtomicLong();
        Function<List<Event>, Violation> slow = events -> {
            clock.incrementAndGet();
            return Fake.numbers(events).containsAll(needed) ? WANTED : null;
        };
        Function<Long, Minimized> within = time -> new Minimizer(
                        () -> new Fake(slow), Passes.all(Set.of()), new MinimizerOptions(1, 20_000, time),
                        MinimizerListener.NONE, clock::get)
                .run(first(140));
        assertEquals(Ending.DONE, within.apply(LONG).ending());

        Minimized cut = within.apply(clock.getAndSet(0) / 2);

        assertEquals(Ending.TIME, cut.ending());
        assertTrue(cut.oneMinimal());
        assertEquals(needed, Fake.numbers(cut.execution().events()));
    }

    @Test
    void theListenerHearsOfTheBestSoFar() {
        Execution[] last = new Execution[1];
        Minimized result = new Minimizer(
                        () -> new Fake(THREE_AND_SEVENTY), Passes.all(Set.of()), new MinimizerOptions(1, 800, LONG),
                        (doing, best, replays) -> last[0] = best)
                .run(first(100));

        assertEquals(result.execution(), last[0]);
    }

    @Test
    void whatAWorkerCannotStandReachesTheCaller() {
        IllegalStateException own = new IllegalStateException("broken experiment");
        assertSame(own, assertThrows(IllegalStateException.class, () -> minimizer(events -> {
            throw own;
        }, 2).run(first(3))));
    }

    @Test
    void anExperimentThatCannotBeMadeReachesTheCaller() {
        Minimizer minimizer = new Minimizer(
                () -> {
                    throw new IllegalArgumentException("no such target");
                },
                Passes.all(Set.of()), new MinimizerOptions(1, 800, LONG), MinimizerListener.NONE);
        RuntimeException e = assertThrows(RuntimeException.class, () -> minimizer.run(first(3)));
        assertTrue(e.getMessage().contains("no such target"), e.getMessage());
    }

    @Test
    void theStagesLeadFromTheStartToTheResult() {
        Minimized result = minimizer(THREE_AND_SEVENTY, 1).run(first(200));

        List<Stage> stages = result.stages();
        assertEquals(200, stages.get(0).externalsBefore());
        assertEquals(2, stages.get(stages.size() - 1).externalsAfter());
        for (int i = 1; i < stages.size(); i++) {
            assertEquals(stages.get(i - 1).externalsAfter(), stages.get(i).externalsBefore(), "stage " + i);
        }
    }
}
