package dev.heddle.invariants.linearizability;

import static dev.heddle.invariants.linearizability.Search.Verdict.LINEARIZABLE;
import static dev.heddle.invariants.linearizability.Search.Verdict.NOT_LINEARIZABLE;
import static dev.heddle.invariants.linearizability.Search.Verdict.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.invariants.linearizability.Search.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The search against textbook histories and against every permutation of random ones. */
class SearchTest {
    private static final int BOUND = 10_000_000;

    private static Operation put(int from, int to, String value) {
        return new Operation("c1", "put k " + value, from, to, "ok");
    }

    private static Operation get(int from, int to, String value) {
        return new Operation("c2", "get k", from, to, value);
    }

    private static Operation maybe(int from, String value) {
        return Operation.pending("c3", "put k " + value, from);
    }

    private static Verdict verdict(Operation... operations) {
        return new Search<>(new Register(), List.of(operations), BOUND).run();
    }

    @Test
    void nothingIsLinearizable() {
        assertEquals(LINEARIZABLE, verdict());
    }

    @Test
    void concurrentWritesMayComeInAnyOrder() {
        assertEquals(LINEARIZABLE, verdict(put(0, 5, "a"), put(1, 4, "b"), get(6, 7, "a"), get(8, 9, "a")));
        assertEquals(LINEARIZABLE, verdict(put(0, 5, "a"), put(1, 4, "b"), get(6, 7, "b"), get(8, 9, "b")));
        assertEquals(NOT_LINEARIZABLE, verdict(put(0, 5, "a"), put(1, 4, "b"), get(6, 7, "a"), get(8, 9, "b")));
    }

    @Test
    void aReadDuringAWriteMaySeeEither() {
        assertEquals(LINEARIZABLE, verdict(put(0, 9, "a"), get(1, 2, "none"), get(3, 4, "a")));
        assertEquals(LINEARIZABLE, verdict(put(0, 9, "a"), get(1, 2, "a")));
    }

    @Test
    void onceSeenAWriteStaysSeen() {
        assertEquals(NOT_LINEARIZABLE, verdict(put(0, 9, "a"), get(1, 2, "a"), get(3, 4, "none")));
    }

    @Test
    void aStaleReadIsNone() {
        assertEquals(NOT_LINEARIZABLE, verdict(put(0, 1, "a"), put(2, 3, "b"), get(4, 5, "a")));
    }

    @Test
    void aLostWriteIsNone() {
        assertEquals(NOT_LINEARIZABLE, verdict(put(0, 1, "a"), get(2, 3, "none")));
    }

    @Test
    void whatNobodyWroteIsNone() {
        assertEquals(NOT_LINEARIZABLE, verdict(put(0, 1, "a"), get(2, 3, "x")));
    }

    @Test
    void aReadFromTheFutureIsNone() {
        assertEquals(NOT_LINEARIZABLE, verdict(get(0, 1, "a"), put(2, 3, "a")));
    }

    @Test
    void aPendingWriteMayHaveHappenedOrNotOrHappenLate() {
        assertEquals(LINEARIZABLE, verdict(maybe(0, "a"), get(1, 2, "none")));
        assertEquals(LINEARIZABLE, verdict(maybe(0, "a"), get(1, 2, "a")));
        assertEquals(LINEARIZABLE, verdict(maybe(0, "a"), get(1, 2, "none"), put(3, 4, "b"), get(5, 6, "a")));
    }

    @Test
    void aPendingWriteHappensOnceAtMost() {
        assertEquals(NOT_LINEARIZABLE, verdict(
                maybe(0, "a"), get(1, 2, "a"), put(3, 4, "b"), get(5, 6, "b"), put(7, 8, "c"), get(9, 10, "a")));
    }

    @Test
    void aPendingWriteDoesNotHappenBeforeItWasInvoked() {
        assertEquals(NOT_LINEARIZABLE, verdict(get(0, 1, "a"), maybe(2, "a")));
    }

    @Test
    void theBoundIsHonest() {
        List<Operation> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(put(i, 100 + i, "v" + i));
        }
        many.add(get(200, 201, "none"));
        assertEquals(UNKNOWN, new Search<>(new Register(), many, 1000).run());
        assertEquals(NOT_LINEARIZABLE, new Search<>(new Register(), many, BOUND).run());
        assertEquals(UNKNOWN, new Search<>(new Register(), many, 2048).run());
    }

    @Test
    void thousandsOfOperationsInARowAreSearchedInOneGo() {
        List<Operation> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(i % 2 == 0 ? put(2 * i, 2 * i + 1, "v" + i) : get(2 * i, 2 * i + 1, "v" + (i - 1)));
        }
        assertEquals(LINEARIZABLE, new Search<>(new Register(), many, 6001).run());
    }

    @Test
    void everyPermutationAgrees() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < 6000; seed++) {
            List<Operation> history = RandomHistory.of(new SplittableRandom(seed));
            Verdict found = new Search<>(new Register(), history, BOUND).run();
            Verdict expected = explained(history, Register.EMPTY) ? LINEARIZABLE : NOT_LINEARIZABLE;
            assertEquals(expected, found, history::toString);
            counts.merge(found, 1, Integer::sum);
        }
        assertTrue(counts.get(LINEARIZABLE) > 1000 && counts.get(NOT_LINEARIZABLE) > 1000, counts::toString);
    }

    /** The definition: some permutation of all that was answered and some that was not explains the answers. */
    private static boolean explained(List<Operation> left, String state) {
        if (left.stream().allMatch(Operation::isPending)) {
            return true;
        }
        for (Operation next : left) {
            boolean first = left.stream().noneMatch(o -> o.answeredAt() < next.invokedAt());
            String after = new Register().step(state, next.command(), next.answer());
            List<Operation> rest = new ArrayList<>(left);
            rest.remove(next);
            if (first && after != null && explained(rest, after)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        for (int seed = 0; seed < 500; seed++) {
            List<Operation> history = new ArrayList<>(RandomHistory.of(new SplittableRandom(seed)));
            Verdict found = new Search<>(new Register(), history, BOUND).run();
            Collections.reverse(history);
            assertEquals(found, new Search<>(new Register(), history, BOUND).run());
        }
    }
}
