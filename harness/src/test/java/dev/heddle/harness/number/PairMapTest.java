package dev.heddle.harness.number;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Numbers under pairs of numbers. */
class PairMapTest {
    private final PairMap pairs = new PairMap();

    @Test
    void eachPairHasItsValueHoweverManyThereAre() {
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                assertEquals(PairMap.ABSENT, pairs.get(i, j));
                pairs.put(i, j, 40 * i + j - 1);
            }
        }
        assertEquals(1600, pairs.size());
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                assertEquals(40 * i + j - 1, pairs.get(i, j));
            }
        }
        assertEquals(PairMap.ABSENT, pairs.get(40, 0));
    }

    @Test
    void onceClearedItHasNone() {
        pairs.put(1, 2, 3);
        pairs.clear();
        assertEquals(0, pairs.size());
        assertEquals(PairMap.ABSENT, pairs.get(1, 2));
        pairs.put(1, 2, 4);
        assertEquals(4, pairs.get(1, 2));
    }

    @Test
    void aPairHasOneValue() {
        pairs.put(1, 2, 3);
        pairs.put(1, 2, 4);
        assertEquals(1, pairs.size());
        assertEquals(4, pairs.get(1, 2));
    }
}
