package dev.heddle.harness.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.random.Rng;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LongSetTest {
    @Test
    void holdsWhatWasAdded() {
        LongSet set = new LongSet(100_000);
        TreeSet<Long> model = new TreeSet<>();
        Rng rng = new Rng(1);
        for (int i = 0; i < 20_000; i++) {
            // Few different ones, zero and neighbours among them, so that slots collide.
            long value = rng.chance(0.5) ? rng.nextInt(5000) : rng.nextLong();
            assertEquals(model.contains(value), set.contains(value));
            assertEquals(model.add(value), set.add(value));
        }
        assertEquals(model.size(), set.size());
        TreeSet<Long> values = new TreeSet<>();
        for (long value : set.values()) {
            values.add(value);
        }
        assertEquals(model, values);
    }

    @Test
    void whatComesWhenItIsFullIsTakenForKnown() {
        LongSet set = new LongSet(2);
        assertTrue(set.add(7));
        assertTrue(set.add(8));
        assertFalse(set.add(9));
        assertFalse(set.contains(9));
        assertEquals(2, set.size());
    }
}
