package dev.heddle.invariants.linearizability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Sets of numbers against those of the JDK. */
class BitsTest {
    private static Bits of(Iterable<Integer> numbers) {
        Bits bits = Bits.NONE;
        for (int number : numbers) {
            bits = bits.with(number);
        }
        return bits;
    }

    @Test
    void itIsTheSetOfWhatWasPutIn() {
        int within = 0;
        for (int seed = 0; seed < 2000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TreeSet<Integer> one = new TreeSet<>();
            TreeSet<Integer> other = new TreeSet<>();
            int range = 1 + random.nextInt(200);
            random.ints(5, 0, range).forEach(one::add);
            random.ints(20, 0, range).forEach(other::add);
            assertEquals(other.containsAll(one), of(one).isWithin(of(other)), () -> one + " within " + other);
            assertEquals(one.containsAll(other), of(other).isWithin(of(one)), () -> other + " within " + one);
            assertEquals(one.equals(other), of(one).equals(of(other)));
            for (int number = 0; number < 300; number++) {
                assertEquals(one.contains(number), of(one).has(number));
            }
            within += other.containsAll(one) ? 1 : 0;
        }
        assertTrue(within > 100 && within < 1900);
    }

    @Test
    void theOrderInWhichNumbersArePutInDoesNotMatter() {
        Bits one = Bits.NONE.with(3).with(130).with(3);
        Bits other = Bits.NONE.with(130).with(3);
        assertEquals(one, other);
        assertEquals(one.hashCode(), other.hashCode());
        assertNotEquals(one, Bits.NONE.with(3));
        assertFalse(Bits.NONE.has(0));
    }
}
