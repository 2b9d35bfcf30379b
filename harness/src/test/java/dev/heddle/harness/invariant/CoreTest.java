package dev.heddle.harness.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.random.Rng;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class CoreTest {
    private static BitSet nodes(int count) {
        BitSet nodes = new BitSet();
        nodes.set(0, count);
        return nodes;
    }

    /** By trying every set of nodes. */
    private static boolean defined(int count, boolean[][] gone) {
        for (int set = 0; set < 1 << count; set++) {
            boolean connected = 2 * Integer.bitCount(set) > count;
            for (int from = 0; from < count && connected; from++) {
                for (int to = 0; to < count && connected; to++) {
                    connected = (set >> from & set >> to & 1) == 0 || !gone[from][to];
                }
            }
            if (connected) {
                return true;
            }
        }
        return false;
    }

    @Test
    void isAMajorityThatReachEachOtherBothWays() {
        Rng rng = new Rng(3);
        int[] found = new int[2];
        for (int i = 0; i < 3000; i++) {
            int count = 1 + rng.nextInt(7);
            boolean[][] gone = new boolean[count][count];
            for (int links = rng.nextInt(2 * count); links > 0; links--) {
                gone[rng.nextInt(count)][rng.nextInt(count)] = true;
            }
            for (int node = 0; node < count; node++) {
                gone[node][node] = false;
            }
            boolean expected = defined(count, gone);
            assertEquals(expected, Core.hasMajority(nodes(count), (from, to) -> !gone[from][to]));
            found[expected ? 1 : 0]++;
        }
        assertTrue(found[0] > 300 && found[1] > 300, found[0] + " without one");
    }

    @Test
    void onlyTheNodesInQuestionCount() {
        BitSet two = new BitSet();
        two.set(1);
        two.set(3);
        assertTrue(Core.hasMajority(two, (from, to) -> from % 2 == 1 && to % 2 == 1));
        assertFalse(Core.hasMajority(two, (from, to) -> from == 1));
        assertFalse(Core.hasMajority(new BitSet(), (from, to) -> true));
    }

    @Test
    void ofManyNodesFewAreLeftOut() {
        assertTrue(Core.hasMajority(nodes(60), (from, to) -> from >= 8));
        assertFalse(Core.hasMajority(nodes(60), (from, to) -> from >= 9));
    }
}
