package dev.heddle.minimizer.prove;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.random.Rng;
import org.junit.jupiter.api.Test;

class VectorsTest {
    private static int at(long vector, int node) {
        return (int) (vector >>> Byte.SIZE * node & 0xFF);
    }

    @Test
    void allBytesCountForThemselves() {
        Rng rng = new Rng(1);
        for (int round = 0; round < 10_000; round++) {
            long one = 0;
            long other = 0;
            long most = 0;
            int sum = 0;
            boolean atMost = true;
            for (int node = 0; node < Vectors.MAX_NODES; node++) {
                int a = rng.nextInt(16);
                int b = rng.nextInt(4) == 0 ? rng.nextInt(16) : a + rng.nextInt(2);
                one += a * Vectors.one(node);
                other += b * Vectors.one(node);
                most += Math.max(a, b) * Vectors.one(node);
                sum += a;
                atMost &= a <= b;
            }
            assertEquals(most, Vectors.max(one, other));
            assertEquals(atMost, Vectors.atMost(one, other));
            assertEquals(sum, Vectors.sum(one));
        }
    }

    @Test
    void aByteHoldsAsMuchAsIsTried() {
        long most = Vectors.MAX_SUM * Vectors.one(7);
        assertEquals(Vectors.MAX_SUM, Vectors.sum(most));
        assertEquals(Vectors.MAX_SUM, at(Vectors.max(most, Vectors.one(7)), 7));
        assertEquals(most, Vectors.max(Vectors.one(7), most));
    }
}
