package dev.heddle.harness.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectsTest {
    private static String likeliest(String first, String second) {
        return Suspects.of(first, second, List.of(), List.of()).get(0);
    }

    @Test
    void linesThatChangedPlacesAreAnOrder() {
        assertEquals(Suspects.ORDER, Suspects.of("x", "y", List.of("y"), List.of("x")).get(0));
    }

    @Test
    void piecesThatChangedPlacesAreAnOrder() {
        assertEquals(Suspects.ORDER, likeliest("send peers=[n1, n2]", "send peers=[n2, n1]"));
    }

    @Test
    void longNumbersAreAClock() {
        assertEquals(Suspects.CLOCK, likeliest("at 1700000000123 x", "at 1700000000456 x"));
    }

    @Test
    void hexadecimalsAreAHash() {
        assertEquals(Suspects.HASH, likeliest("Foo@1b2c3d4e", "Foo@5f6a7b8c"));
    }

    @Test
    void shortNumbersAreRandom() {
        assertEquals(Suspects.RANDOM, likeliest("timeout 17 ms", "timeout 23 ms"));
    }

    @Test
    void aMissingEndIsLeakedState() {
        assertEquals(Suspects.STATIC, likeliest(null, "x"));
        assertEquals(Suspects.STATIC, likeliest("x", null));
    }

    @Test
    void thereAreAlwaysSeveralAndNoneTwice() {
        for (String other : List.of("b", "12", "12345678901", "abcdef", "", "a a")) {
            List<String> suspects = Suspects.of("x a y", "x " + other + " y", List.of(), List.of());
            assertTrue(suspects.size() >= 2, other);
            assertEquals(suspects.size(), suspects.stream().distinct().count(), other);
            assertFalse(suspects.contains(""), other);
        }
    }
}
