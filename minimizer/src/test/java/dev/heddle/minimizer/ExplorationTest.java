package dev.heddle.minimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Schedule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final Mutation NONE = (current, rng) -> Candidate.of(current, current.events(), Matching.EQUAL);

    /** Knows a way on from one execution only. */
    private record Given(List<Integer> from, int[]... candidates) implements Pass {
        @Override
        public String name() {
            return "given";
        }

        @Override
        public Proposals propose(Execution current, Rng order) {
            boolean known = Fake.numbers(current.events()).equals(from);
            Iterator<int[]> left = (known ? List.of(candidates) : List.<int[]>of()).iterator();
            return new Proposals() {
                @Override
                public Candidate next() {
                    return left.hasNext() ? new Candidate(Fake.commands(left.next()), Matching.EQUAL) : null;
                }

                @Override
                public void accepted(Execution now) {
                    // What is tried next does not depend on it.
                }
            };
        }
    }

    /** Shows from where it is to propose, and proposes what it is told for there. */
    private static Pass watched(Consumer<Execution> watcher, Function<Execution, int[][]> ways) {
        return new Pass() {
            @Override
            public String name() {
                return "watched";
            }

            @Override
            public Proposals propose(Execution current, Rng order) {
                watcher.accept(current);
                return new Given(Fake.numbers(current.events()), ways.apply(current)).propose(current, order);
            }
        };
    }

    private static Execution shown(int... numbers) {
        return Fake.execution(Fake.commands(numbers), Fake.violation("broken"));
    }

    private static Execution explored(Fake fake, Plan plan, Execution... starts) {
        try (Crew crew = new Crew(() -> fake, 1)) {
            return new Exploration(crew, plan, new Effort(WallClock::nanos, Long.MAX_VALUE / 2), 2_400, () -> { })
                    .from(List.of(starts)).end();
        }
    }

    private static Plan plan(Mutation mutation, Pass polishing, Pass... changes) {
        return new Plan(List.of(), List.of(polishing), List.of(), List.of(changes), polishing, mutation);
    }

    @Test
    void aChangeThatIsNoGainCountsWhereTheDescentFromItIsOne() {
        Fake fake = new Fake(events -> Fake.numbers(events).contains(7) ? null : Fake.violation("broken"));
        Pass descent = new Given(List.of(4, 5, 6), new int[] {4});
        Pass changes = new Given(List.of(1, 2, 3), new int[] {7, 8}, new int[] {4, 5, 6});

        Execution withChanges = explored(fake, plan(NONE, descent, changes), shown(1, 2, 3));
        Execution without = explored(fake, plan(NONE, descent), shown(1, 2, 3));

        assertEquals(List.of(4), Fake.numbers(withChanges.events()));
        assertEquals(List.of(1, 2, 3), Fake.numbers(without.events()));
    }

    @Test
    void changesAreTriedOfWhereEveryTrailEnded() {
        Fake fake = new Fake(events -> Fake.violation("broken"));
        Pass changes = new Given(List.of(4, 5, 6, 7), new int[] {8});

        Execution end = explored(
                fake, plan(NONE, new Given(List.of()), changes), shown(1, 2, 3), shown(4, 5, 6, 7));

        assertEquals(List.of(8), Fake.numbers(end.events()));
    }

    @Test
    void fromWhatATrailKnowsItDoesNotDescendAgain() {
        Fake fake = new Fake(events -> Fake.violation("broken"));
        AtomicInteger descents = new AtomicInteger();
        Pass counted = watched(current -> descents.incrementAndGet(), current -> new int[0][]);
        // There and back, again and again.
        Mutation swings = (current, rng) -> new Candidate(
                Fake.numbers(current.events()).equals(List.of(1, 2)) ? Fake.commands(3, 4) : Fake.commands(1, 2),
                Matching.EQUAL);

        explored(fake, plan(swings, counted), shown(1, 2));

        assertEquals(Exploration.TRAILS, descents.get());
    }

    @Test
    void aDescentEndsWhereOneCameThroughBefore() {
        // Two changes lead down to 7 8, from where the first descent has gone on already.
        Fake fake = new Fake(events -> Fake.violation("broken"));
        List<List<Integer>> proposedFrom = new ArrayList<>();
        Pass descent = watched(current -> proposedFrom.add(Fake.numbers(current.events())),
                current -> current.events().size() == 3 ? new int[][] {{7, 8}} : new int[0][]);
        Pass changes = new Given(List.of(1, 2), new int[] {3, 4, 5}, new int[] {4, 5, 6});

        explored(fake, plan(NONE, descent, changes), shown(1, 2));

        assertEquals(List.of(List.of(3, 4, 5), List.of(7, 8), List.of(4, 5, 6)), proposedFrom);
    }

    @Test
    void aTrailGoesOnFromWhatAChangeLedTo() {
        // From 4 5, which only the changes come to, a mutation leads to 6.
        Fake fake = new Fake(events -> Fake.violation("broken"));
        Mutation mutation = (current, rng) -> Fake.numbers(current.events()).equals(List.of(4, 5))
                ? new Candidate(Fake.commands(6), Matching.EQUAL) : NONE.mutate(current, rng);
        Pass changes = new Given(List.of(1, 2, 3), new int[] {4, 5});

        Execution end = explored(fake, plan(mutation, new Given(List.of()), changes), shown(1, 2, 3));

        assertEquals(List.of(6), Fake.numbers(end.events()));
    }

    @Test
    void mostTrailsThatAreFarBehindKeepTheirOwnWay() {
        Set<Integer> lengths = new HashSet<>();
        Mutation watched = (current, rng) -> {
            lengths.add(current.events().size());
            return new Candidate(current.schedule(), Matching.EQUAL);
        };
        Fake fake = new Fake(events -> Fake.violation("broken"));
        List<Execution> starts = new ArrayList<>();
        for (int length = 1; length <= 8; length++) {
            starts.add(shown(new int[length * 10]));
        }

        Execution best = explored(fake, plan(watched, new Given(List.of())), starts.toArray(new Execution[0]));

        assertEquals(10, best.events().size());
        // The two longest are given up before they have begun, and two more in each of the rounds that follow.
        assertEquals(Set.of(10, 20, 30, 40, 50, 60), lengths);
        assertTrue(fake.runs() > 0);
    }
}
