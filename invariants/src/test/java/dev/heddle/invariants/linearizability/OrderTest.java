package dev.heddle.invariants.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an order explains without a search. */
class OrderTest {
    private final History<String> history = new History<>(Model.of(new Register()));
    private final Order<String> order = new Order<>(history.steps());
    private int now;

    private Operation ask(String command) {
        Operation operation = Operation.pending("c", command, now++);
        history.invoked(operation);
        return operation;
    }

    private boolean tell(Operation operation, String answer) {
        return order.answered(history.answered(operation.answered(now++, answer)));
    }

    private List<String> commands() {
        return order.valid().stream().map(placed -> placed.entry().operation().command()).toList();
    }

    /** Takes an operation for done that nobody has answered. */
    private void guess(Operation operation, String read) {
        Operation get = ask("get k");
        assertFalse(tell(get, read));
        Search<String> search = new Search<>(history, order.valid(), 100);
        assertEquals(Search.Verdict.LINEARIZABLE, search.run());
        order.become(search.order());
        assertTrue(commands().contains(operation.command()));
    }

    @Test
    void whatIsAnsweredLastMayComeLast() {
        assertTrue(tell(ask("put k a"), "ok"));
        assertTrue(tell(ask("get k"), "a"));
        assertFalse(tell(ask("get k"), "b"));
        assertEquals(List.of("put k a", "get k"), commands());
    }

    @Test
    void aReadMayComeWhereItIsRightIfItHadBegunByThen() {
        Operation early = ask("get k");
        assertTrue(tell(ask("put k a"), "ok"));
        Operation late = ask("get k");
        assertTrue(tell(ask("put k b"), "ok"));
        assertTrue(tell(late, "a"));
        assertTrue(tell(early, Register.EMPTY));
        assertEquals(List.of("get k", "put k a", "get k", "put k b"), commands());
        assertFalse(tell(ask("get k"), "a"));
    }

    @Test
    void aReadThatBeganTooLateMayNot() {
        assertTrue(tell(ask("put k a"), "ok"));
        Operation late = ask("get k");
        assertTrue(tell(ask("put k b"), "ok"));
        assertFalse(tell(late, Register.EMPTY));
    }

    @Test
    void aGuessThatIsAnsweredSoStaysWhereItIs() {
        Operation swap = ask("swap k a");
        guess(swap, "a");
        assertTrue(tell(ask("put k b"), "ok"));
        assertTrue(tell(swap, Register.EMPTY));
        assertEquals(List.of("swap k a", "get k", "put k b"), commands());
    }

    @Test
    void aGuessThatIsAnsweredOtherwiseEndsWhatIsValid() {
        Operation swap = ask("swap k a");
        assertTrue(tell(ask("put k b"), "ok"));
        guess(swap, "a");
        assertFalse(tell(swap, Register.EMPTY));
        assertEquals(List.of("put k b"), commands());
    }

    @Test
    void aGuessThatWasRefusedIsTakenOut() {
        Operation put = ask("put k a");
        guess(put, "a");
        assertFalse(order.refused(history.refused(put)));
        assertEquals(List.of(), commands());
    }

    @Test
    void itGoesOnAfterStepsWereForgotten() {
        assertTrue(tell(ask("put k a"), "ok"));
        assertTrue(tell(ask("put k b"), "ok"));
        for (int i = 0; i < 2 * Order.SPARE; i++) {
            assertFalse(tell(ask("get k"), "v" + i));
        }
        assertTrue(tell(ask("get k"), "b"));
        assertEquals(3, history.steps().size());
        assertFalse(tell(ask("get k"), "a"));
        assertTrue(tell(ask("put k c"), "ok"));
        assertEquals(List.of("put k a", "put k b", "get k", "put k c"), commands());
    }

    @Test
    void ofALongHistoryOfDistinctCommandsFewStepsAreKept() {
        int puts = Order.SPARE / 2;
        for (int i = 1; i <= puts; i++) {
            assertTrue(tell(ask("put k v" + i), "ok"));
            assertTrue(history.steps().size() <= 2 * i + Order.SPARE, "too many are known");
            for (int read = 0; read < 5; read++) {
                assertFalse(tell(ask("get k"), "w" + read));
            }
        }
        assertEquals(puts, order.valid().size());
    }
}
