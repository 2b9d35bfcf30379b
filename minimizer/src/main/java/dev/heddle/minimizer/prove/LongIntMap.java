package dev.heddle.minimizer.prove;

import dev.heddle.harness.random.Mix64;
import java.util.Arrays;

/** A map from pairs of numbers to numbers, none of which is negative. */
final class LongIntMap {
    static final int ABSENT = -1;
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] keys = new long[FIRST_CAPACITY];
    private int[] values = absent(FIRST_CAPACITY);
    private int size;

    int get(int first, int second) {
        long key = key(first, second);
        int slot = slot(key, keys.length);
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return values[slot];
    }

    void put(int first, int second, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        size += put(key(first, second), value) ? 1 : 0;
    }

    private boolean put(long key, int value) {
        int slot = slot(key, keys.length);
        while (values[slot] != ABSENT && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        boolean fresh = values[slot] == ABSENT;
        keys[slot] = key;
        values[slot] = value;
        return fresh;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = absent(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }

    private static int[] absent(int capacity) {
        int[] values = new int[capacity];
        Arrays.fill(values, ABSENT);
        return values;
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    private static int slot(long key, int capacity) {
        return (int) Mix64.mix(key) & capacity - 1;
    }
}
