package dev.heddle.harness.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ViolationTest {
    @Test
    void theSameShapeUpToNodesAndDetail() {
        Violation one = Violation.of("election-safety", List.of("n1", "n2"), "term 3");
        Violation two = Violation.of("election-safety", List.of("n3", "n1"), "term 9");
        assertTrue(one.sameShape(two));
        assertEquals("election-safety", one.shape());
    }

    @Test
    void anotherKindIsAnotherShape() {
        Violation one = new Violation("no-uncaught-exception", List.of("n1"), "NPE at A.b", "");
        Violation two = new Violation("no-uncaught-exception", List.of("n1"), "NPE at A.c", "");
        assertFalse(one.sameShape(two));
        assertEquals("no-uncaught-exception NPE at A.b", one.shape());
    }

    @Test
    void aNodeThatBreaksItTwiceIsNamedOnce() {
        Violation violation = Violation.of("agreement", List.of("n2", "n1", "n2"), "it said both");
        assertEquals(List.of("n2", "n1"), violation.nodes());
        assertEquals("agreement violated by n2, n1: it said both", violation.headline());
    }

    @Test
    void nothingMayBeMissing() {
        assertThrows(NullPointerException.class, () -> new Violation(null, List.of(), "", ""));
        assertThrows(NullPointerException.class, () -> new Violation("a", List.of(), null, ""));
        assertThrows(NullPointerException.class, () -> new Violation("a", List.of(), "", null));
    }
}
