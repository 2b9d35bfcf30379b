package dev.heddle.invariants.linearizability;

import dev.heddle.harness.random.Mix64;
import java.util.Arrays;

/** A map from pairs of numbers from 0 on to numbers from -1 on; searches ask it all the time, so it is one table. */
final class Pairs {
    /** What is under no pair. */
    static final int ABSENT = -2;

    private static final int FIRST_CAPACITY = 16;

    private long[] keys;
    private int[] values;
    private int size;

    Pairs() {
        clear();
    }

    int size() {
        return size;
    }

    void clear() {
        allocate(FIRST_CAPACITY);
        size = 0;
    }

    int get(int first, int second) {
        return values[slot(key(first, second))];
    }

    /** Puts a value under a pair under which there is none. */
    void add(int first, int second, int value) {
        if (2 * size >= keys.length) {
            grow();
        }
        place(key(first, second), value);
        size++;
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

    private void place(long key, int value) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
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
