package dev.heddle.harness.number;

import dev.heddle.harness.random.Mix64;
import java.util.Arrays;

/** A map from pairs of numbers from 0 on to numbers from -1 on; searches ask it all the time, so it is one table. */
public final class PairMap {
    /** What is under no pair. */
    public static final int ABSENT = -2;

    private static final int FIRST_CAPACITY = 16;

    private long[] keys;
    private int[] values;
    private int size;

    /** One without any pair. */
    public PairMap() {
        clear();
    }

    /** How many pairs there are. */
    public int size() {
        return size;
    }

    /** Forgets all pairs. */
    public void clear() {
        allocate(FIRST_CAPACITY);
        size = 0;
    }

    /** The value of a pair, or {@link #ABSENT}. */
    public int get(int first, int second) {
        return values[slot(key(first, second))];
    }

    /** Puts a value under a pair, in the place of the one before. */
    public void put(int first, int second, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        size += place(key(first, second), value) ? 1 : 0;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        allocate(2 * oldKeys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                place(oldKeys[i], oldValues[i]);
            }
        }
    }

    private void allocate(int capacity) {
        keys = new long[capacity];
        values = new int[capacity];
        Arrays.fill(values, ABSENT);
    }

    /** True where the pair is a new one. */
    private boolean place(long key, int value) {
        int slot = slot(key);
        boolean fresh = values[slot] == ABSENT;
        keys[slot] = key;
        values[slot] = value;
        return fresh;
    }

    /** Where a key is, or else where it belongs. */
    private int slot(long key) {
        int slot = (int) Mix64.mix(key) & keys.length - 1;
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }
}
