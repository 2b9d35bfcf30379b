package dev.heddle.invariants.linearizability;

import static dev.heddle.invariants.linearizability.Search.Verdict.LINEARIZABLE;
import static dev.heddle.invariants.linearizability.Search.Verdict.NOT_LINEARIZABLE;
import static dev.heddle.invariants.linearizability.Search.Verdict.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.world.HookError;
import dev.heddle.invariants.linearizability.Search.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        return new Search<>(Model.of(new Register()), List.of(operations), BOUND).run();
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
        assertEquals(UNKNOWN, new Search<>(Model.of(new Register()), many, 1000).run());
        assertEquals(NOT_LINEARIZABLE, new Search<>(Model.of(new Register()), many, BOUND).run());
        assertEquals(UNKNOWN, new Search<>(Model.of(new Register()), many, 2048).run());
    }

    @Test
    void thousandsOfOperationsInARowAreSearchedInOneGo() {
        List<Operation> many = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            many.add(i % 2 == 0 ? put(2 * i, 2 * i + 1, "v" + i) : get(2 * i, 2 * i + 1, "v" + (i - 1)));
        }
        assertEquals(LINEARIZABLE, new Search<>(Model.of(new Register()), many, 6001).run());
    }

    @Test
    void everyPermutationAgrees() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < 6000; seed++) {
            List<Operation> history = RandomHistory.of(new SplittableRandom(seed));
            counts.merge(agreed(history), 1, Integer::sum);
        }
        assertTrue(counts.get(LINEARIZABLE) > 1000 && counts.get(NOT_LINEARIZABLE) > 1000, counts::toString);
    }

    @Test
    void everyPermutationAgreesWhereMuchIsPendingAndAnythingIsDone() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (int seed = 0; seed < 20_000; seed++) {
            List<Operation> history = RandomHistory.wild(new SplittableRandom(seed));
            counts.merge(agreed(history), 1, Integer::sum);
        }
        assertTrue(counts.get(LINEARIZABLE) > 5000 && counts.get(NOT_LINEARIZABLE) > 5000, counts::toString);
    }

    /** What the search says with and without knowing the reads, and the definition. */
    private static Verdict agreed(List<Operation> history) {
        Verdict expected = explained(history, Register.EMPTY, new HashSet<>()) ? LINEARIZABLE : NOT_LINEARIZABLE;
        assertEquals(expected, new Search<>(Model.of(new Register()), history, BOUND).run(), history::toString);
        Search<String> search = new Search<>(new Model<>(new Register(), Register::isRead), history, BOUND);
        assertEquals(expected, search.run(), history::toString);
        if (expected == LINEARIZABLE) {
            assertExplains(history, search.order());
        }
        return expected;
    }

    /** The definition: some permutation of all that was answered and some that was not explains the answers. */
    private static boolean explained(List<Operation> left, String state, Set<List<?>> tried) {
        if (left.stream().allMatch(Operation::isPending)) {
            return true;
        } else if (!tried.add(List.of(left, state))) {
            return false;
        }
        for (Operation next : left) {
            boolean first = left.stream().noneMatch(o -> o.answeredAt() < next.invokedAt());
            String after = new Register().step(state, next.command(), next.answer());
            List<Operation> rest = new ArrayList<>(left);
            rest.remove(next);
            if (first && after != null && explained(rest, after, tried)) {
                return true;
            }
        }
        return false;
    }

    private static void assertExplains(List<Operation> history, List<Order.Placed> order) {
        List<Operation> left = new ArrayList<>(history);
        String state = Register.EMPTY;
        for (Order.Placed placed : order) {
            Operation next = placed.entry().operation();
            assertTrue(left.remove(next), () -> next + " is twice in the order of " + history);
            assertTrue(left.stream().noneMatch(o -> o.answeredAt() < next.invokedAt()), history::toString);
            state = new Register().step(state, next.command(), next.answer());
            assertTrue(state != null, () -> next + " is not answered so in the order of " + history);
        }
        assertTrue(left.stream().allMatch(Operation::isPending), history::toString);
    }

    @Test
    void guessesThatNobodyAsksForAreNotTriedOutAgainAndAgain() {
        List<Operation> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(maybe(i, "v" + i));
        }
        many.add(get(100, 101, "v7"));
        many.add(get(102, 103, "v3"));
        assertEquals(LINEARIZABLE, new Search<>(Model.of(new Register()), many, 1000).run());
        many.add(get(104, 105, "v7"));
        assertEquals(NOT_LINEARIZABLE, new Search<>(Model.of(new Register()), many, 50_000).run());
    }

    @Test
    void ofOperationsOfOneKindOneIsTried() {
        List<Operation> many = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            many.add(put(i, 100 + i, "a"));
            many.add(Operation.pending("c3", "add k x", 50 + i));
        }
        many.add(get(200, 201, "b"));
        assertEquals(NOT_LINEARIZABLE, new Search<>(Model.of(new Register()), many, 100_000).run());
    }

    @Test
    void whatIsSaidToBeAReadAndChangesSomethingIsRefused() {
        Model<String> model = new Model<>(new Register(), command -> true);
        Search<String> search = new Search<>(model, List.of(put(0, 1, "a")), BOUND);
        HookError error = assertThrows(HookError.class, search::run);
        assertEquals("Linearizability.withReads takes 'put k a' for a read,"
                + " but by the specification it changes none to a", error.getMessage());
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        for (int seed = 0; seed < 500; seed++) {
            List<Operation> history = new ArrayList<>(RandomHistory.of(new SplittableRandom(seed)));
            Verdict found = new Search<>(Model.of(new Register()), history, BOUND).run();
            Collections.reverse(history);
            assertEquals(found, new Search<>(Model.of(new Register()), history, BOUND).run());
        }
    }
}
