package dev.heddle.invariants.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** States and kinds of operations as numbers. */
class StepsTest {
    private int asked;
    private final Steps<String> steps = new Steps<>(Model.of(new SequentialSpec<>() {
        @Override
        public String initial() {
            return Register.EMPTY;
        }

        @Override
        public String step(String state, String command, String answer) {
            asked++;
            return new Register().step(state, command, answer);
        }
    }));

    private int kind(String command, String answer) {
        Operation pending = Operation.pending("c", command, 1);
        return steps.kind(answer == null ? pending : pending.answered(2, answer));
    }

    @Test
    void theSpecificationIsAskedOnce() {
        int put = kind("put k a", null);
        int after = steps.after(steps.initial(), put);
        assertEquals(after, steps.after(steps.initial(), put));
        assertEquals(1, asked);
        assertEquals(after, steps.after(after, put));
        assertEquals(2, asked);
    }

    @Test
    void equalStatesAndEqualOperationsAreOne() {
        assertEquals(kind("put k a", "ok"), kind("put k a", "ok"));
        assertNotEquals(kind("put k a", "ok"), kind("put k a", null));
        assertNotEquals(kind("get k", "a"), kind("get k", "b"));
        int byPut = steps.after(steps.initial(), kind("put k a", "ok"));
        assertEquals(byPut, steps.after(steps.initial(), kind("swap k a", null)));
        assertEquals(2, steps.size());
        steps.forget();
        assertEquals(0, steps.size());
    }

    @Test
    void whatIsNotAnsweredSoLeadsNowhere() {
        assertEquals(Steps.NONE, steps.after(steps.initial(), kind("get k", "a")));
        assertEquals(Steps.NONE, steps.after(steps.initial(), kind("get k", "a")));
        assertEquals(1, asked);
    }
}
