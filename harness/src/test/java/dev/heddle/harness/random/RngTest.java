package dev.heddle.harness.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The numbers are fixed: every saved seed depends on them, on every JDK. */
class RngTest {
    /** The reference output of SplitMix64 for the seed 1234567. */
    @Test
    void isSplitMix64() {
        Rng rng = new Rng(1234567);
        assertArrayEquals(
                new long[] {
                    6457827717110365317L, 3203168211198807973L, -8629252141511181193L, 4593380528125082431L,
                    -2037821214251327795L
                },
                LongStream.generate(rng::nextLong).limit(5).toArray());
    }

    @Test
    void smallNumbersAreFixed() {
        Rng rng = new Rng(42);
        assertArrayEquals(
                new int[] {74, 15, 27, 34, 3, 86, 21, 80, 33, 61},
                IntStream.generate(() -> rng.nextInt(100)).limit(10).toArray());
    }

    @Test
    void fractionsAreFixed() {
        Rng rng = new Rng(42);
        assertEquals(0.7415648787718233, rng.nextDouble());
        assertEquals(0.04361557190638498, rng.nextLogUniform(0.01, 100));
    }

    @Test
    void generatorsOfExecutionsDiffer() {
        assertEquals(6323938749326178183L, Rng.ofExecution(7, 0).nextLong());
        assertEquals(-9014543744919796493L, Rng.ofExecution(7, 1).nextLong());
        assertEquals(
                1000, LongStream.range(0, 1000).map(i -> Rng.ofExecution(7, i).nextLong()).distinct().count());
    }

    @Test
    void numbersStayBelowTheirBound() {
        Rng rng = new Rng(1);
        for (int bound : new int[] {1, 2, 3, 1000, Integer.MAX_VALUE}) {
            for (int i = 0; i < 1000; i++) {
                int n = rng.nextInt(bound);
                assertTrue(n >= 0 && n < bound, n + " of " + bound);
            }
        }
    }

    @Test
    void everyNumberBelowASmallBoundOccursAboutEquallyOften() {
        Rng rng = new Rng(5);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++) {
            counts[rng.nextInt(6)]++;
        }
        for (int count : counts) {
            assertEquals(10_000, count, 500);
        }
    }

    @Test
    void aBoundThatIsNotPositiveIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Rng(1).nextInt(0));
        assertThrows(IllegalArgumentException.class, () -> new Rng(1).nextInt(-1));
    }

    @Test
    void chancesOfNoneAndAll() {
        Rng rng = new Rng(9);
        for (int i = 0; i < 100; i++) {
            assertTrue(rng.chance(1.0));
            assertTrue(!rng.chance(0.0));
        }
    }

    @Test
    void logUniformStaysBetweenItsBounds() {
        Rng rng = new Rng(3);
        for (int i = 0; i < 1000; i++) {
            double x = rng.nextLogUniform(0.001, 10);
            assertTrue(x >= 0.001 && x <= 10, () -> "was " + x);
        }
    }
}
