package dev.heddle.invariants.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.invariants.linearizability.Answers.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Linearizability as clients and nodes act: what is told when, and which of it counts. */
class LinearizabilityTest {
    private final Linearizability<String> invariant = Linearizability.of(new Register()).withAnswers(
            answer -> switch (answer) {
                case "refused" -> Meaning.REFUSAL;
                case "timeout" -> Meaning.UNKNOWN;
                default -> Meaning.RESULT;
            });
    private final List<ClientEvent> events = new ArrayList<>();
    private Monitor monitor = invariant.newMonitor();

    private void ask(int operation, String command) {
        events.add(new ClientEvent.Invoked(operation, "c" + operation, 0, command));
        assertNull(look());
    }

    private void tell(int operation, String answer) {
        events.add(new ClientEvent.Answered(operation, "c" + operation, 1, answer));
        Violation violation = look();
        assertNull(violation, () -> "false alarm: " + violation.detail());
    }

    private void breaks(int operation, String answer, String detail) {
        events.add(new ClientEvent.Answered(operation, "c" + operation, 1, answer));
        Violation violation = look();
        assertNotNull(violation, "missed");
        assertEquals(new Violation("linearizability", List.of("n2"), "", detail), violation);
    }

    private Violation look() {
        return monitor.afterStep(new Clients(), 0);
    }

    @Test
    void aStaleReadIsReportedWithWhatContradictsIt() {
        ask(0, "put k a");
        tell(0, "ok");
        ask(1, "get k");
        ask(2, "put k b");
        tell(2, "ok");
        tell(1, "b");
        ask(3, "get k");
        breaks(3, "a", "no order explains what clients were told of k:"
                + " c0 put k a -> ok [1-2], c2 put k b -> ok [3-4], c3 get k -> a [5-6]; 1 more answered");
    }

    @Test
    void partsDoNotAffectEachOther() {
        ask(0, "put k a");
        ask(1, "get j");
        tell(0, "ok");
        tell(1, "none");
        ask(2, "get k");
        breaks(2, "none",
                "no order explains what clients were told of k: c0 put k a -> ok [1-2], c2 get k -> none [3-4]");
    }

    @Test
    void aRefusedCommandHasNoEffect() {
        ask(0, "put k a");
        tell(0, "refused");
        ask(1, "get k");
        tell(1, "none");
        ask(2, "get k");
        breaks(2, "a", "no order explains what clients were told of k: c2 get k -> a [1-2]; 1 more answered");
    }

    @Test
    void aRefusalThatComesTooLateIsALie() {
        ask(0, "put k a");
        ask(1, "get k");
        tell(1, "a");
        breaks(0, "refused", "no order explains what clients were told of k: c1 get k -> a [1-2]");
    }

    @Test
    void afterAnAnswerOfUnknownMeaningAnythingMayBe() {
        ask(0, "put k a");
        tell(0, "timeout");
        ask(1, "get k");
        tell(1, "none");
        ask(2, "get k");
        tell(2, "a");
        tell(0, "ok");
    }

    @Test
    void oneCopyRefusedLeavesTheOther() {
        ask(0, "put k a");
        ask(0, "put k a");
        tell(0, "refused");
        ask(1, "get k");
        tell(1, "a");
        tell(0, "refused");
    }

    @Test
    void aRetryAfterTwoRefusalsOfOneCopyCountsAgain() {
        ask(0, "put k a");
        tell(0, "refused");
        tell(0, "refused");
        ask(0, "put k a");
        ask(1, "get k");
        tell(1, "a");
    }

    @Test
    void oneCopyRefusedTwiceLeavesTheOther() {
        ask(0, "put k a");
        ask(0, "put k a");
        tell(0, "refused");
        tell(0, "refused");
        ask(1, "get k");
        tell(1, "a");
    }

    @Test
    void whatWasRefusedBeforeTheRetryMayBeRefusedOnceMore() {
        ask(0, "put k a");
        tell(0, "refused");
        ask(0, "put k a");
        tell(0, "refused");
        ask(1, "get k");
        tell(1, "a");
        tell(0, "ok");
    }

    @Test
    void aRetryAfterARefusalCountsAgain() {
        ask(0, "put k a");
        tell(0, "refused");
        ask(0, "put k a");
        ask(1, "get k");
        tell(1, "a");
        tell(0, "ok");
    }

    @Test
    void ofSeveralAnswersTheFirstResultCounts() {
        ask(0, "get k");
        ask(0, "get k");
        tell(0, "none");
        tell(0, "x");
        tell(0, "refused");
    }

    @Test
    void aCopyTakesEffectOnceMoreOnlyWhereTheSystemSaysSo() {
        String detail = "no order explains what clients were told of k:"
                + " c0 put k a -> ok [1-2], c1 put k b -> ok [3-4], c2 get k -> a [5-6]";
        twice();
        breaks(2, "a", detail);
        events.clear();
        monitor = invariant.withRepetitions().newMonitor();
        twice();
        tell(2, "a");
    }

    private void twice() {
        ask(0, "put k a");
        tell(0, "ok");
        ask(0, "put k a");
        ask(1, "put k b");
        tell(1, "ok");
        ask(2, "get k");
    }

    @Test
    void whatCannotBeDecidedIsCountedOnceAndNoViolation() {
        Linearizability<String> small = invariant.withBound(3);
        monitor = small.newMonitor();
        for (int i = 0; i < 4; i++) {
            ask(i, "put k v" + i);
        }
        ask(4, "get k");
        tell(4, "x");
        tell(0, "ok");
        assertEquals(1, small.undecided());
        monitor = small.newMonitor();
        events.clear();
        ask(0, "get k");
        breaks(0, "x", "no order explains what clients were told of k: c0 get k -> x [1-2]");
    }

    @Test
    void itBreaksWithTheFirstAnswerThatNoOrderExplains() {
        int broken = 0;
        for (int seed = 0; seed < 6000; seed++) {
            broken += holds(RandomHistory.of(new SplittableRandom(seed)), List.of(), invariant) ? 0 : 1;
        }
        assertTrue(broken > 1000, () -> "too few are wrong to tell");
    }

    @Test
    void soItDoesWhereMuchIsPendingOrRefusedAndAnythingIsDone() {
        int broken = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<Operation> history = RandomHistory.wild(random);
            // No two times are the same.
            List<Operation> refused = history.stream().filter(o -> o.isPending() && random.nextInt(3) == 0)
                    .map(o -> o.answered(o.invokedAt() + 10 * (1 + random.nextInt(500)), "refused")).toList();
            broken += holds(history, refused, invariant) ? 0 : 1;
            holds(history, refused, invariant.withReads(Register::isRead));
        }
        assertTrue(broken > 5000, () -> "too few are wrong to tell");
    }

    /** Whether a history holds to the end; what is said of each of its beginnings is compared with a search of it. */
    private boolean holds(List<Operation> history, List<Operation> refused, Linearizability<String> checked) {
        events.clear();
        monitor = checked.newMonitor();
        List<Operation> soFar = new ArrayList<>();
        TreeMap<Integer, Runnable> acts = new TreeMap<>();
        for (Operation operation : history) {
            int[] number = new int[1];
            acts.put(operation.invokedAt(), () -> {
                number[0] = (int) events.stream().filter(e -> e instanceof ClientEvent.Invoked).count();
                soFar.add(operation.relaxed());
                events.add(new ClientEvent.Invoked(number[0], "c", 0, operation.command()));
            });
            if (!operation.isPending()) {
                acts.put(operation.answeredAt(), () -> {
                    soFar.set(soFar.indexOf(operation.relaxed()), operation);
                    events.add(new ClientEvent.Answered(number[0], "c", 1, operation.answer()));
                });
            }
            refused.stream().filter(r -> r.client().equals(operation.client())).forEach(r ->
                    acts.put(r.answeredAt(), () -> {
                        soFar.remove(operation);
                        events.add(new ClientEvent.Answered(number[0], "c", 1, r.answer()));
                    }));
        }
        for (Runnable act : acts.values()) {
            act.run();
            Search<String> search = new Search<>(Model.of(new Register()), soFar, 100_000);
            boolean holds = search.run() == Search.Verdict.LINEARIZABLE;
            assertEquals(holds, look() == null, soFar::toString);
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private final class Clients implements Cluster {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public String name(int node) {
            return "n" + (node + 1);
        }

        @Override
        public NodeView view(int node) {
            return null;
        }

        @Override
        public List<ClientEvent> clients() {
            return events;
        }

        @Override
        public boolean connected(int from, int to) {
            return true;
        }

        @Override
        public long nowNanos() {
            return 0;
        }

        @Override
        public boolean calm() {
            return false;
        }

        @Override
        public Failure failure() {
            return null;
        }
    }
}
