package dev.heddle.harness.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NodeRandomTest {
    @Test
    void drawsAreFixed() {
        assertArrayEquals(new long[] {6752327268573313729L, -2548062605119751133L, 8598204629762626669L},
                draws(7, 0, 1, 3));
    }

    @Test
    void theMixingIsFixed() {
        assertEquals(6238072747940578789L, Mix64.mix(1));
        assertEquals(-3735001207406991293L, Mix64.mix(1, 2));
        assertNotEquals(Mix64.mix(1, 2), Mix64.mix(2, 1));
    }

    @Test
    void seedNodeAndIncarnationEachMakeADifference() {
        Set<Long> firsts = new HashSet<>();
        for (long seed = 0; seed < 10; seed++) {
            for (int node = -1; node < 9; node++) {
                for (int incarnation = 0; incarnation < 10; incarnation++) {
                    firsts.add(draws(seed, node, incarnation, 1)[0]);
                }
            }
        }
        assertEquals(1000, firsts.size());
    }

    @Test
    void aResetStartsTheDrawsOver() {
        NodeRandom random = new NodeRandom();
        random.reset(1, 2, 3);
        long first = random.nextLong();
        random.nextLong();
        random.reset(1, 2, 3);
        assertEquals(first, random.nextLong());
    }

    private static long[] draws(long seed, int node, int incarnation, int count) {
        NodeRandom random = new NodeRandom();
        random.reset(seed, node, incarnation);
        return LongStream.generate(random::nextLong).limit(count).toArray();
    }
}
