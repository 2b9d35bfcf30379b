package dev.heddle.harness.coverage;

/** A set of hashes, up to a bound: what comes when it is full is taken for known. */
public final class LongSet {
    private static final int FIRST = 64;

    private final int bound;
    private long[] slots = new long[FIRST];
    private int size;
    private boolean zero;

    /** @param bound the most that it holds */
    public LongSet(int bound) {
        this.bound = bound;
    }

    /** Whether it holds a value. */
    public boolean contains(long value) {
        return value == 0 ? zero : slots[slot(slots, value)] != 0;
    }

    /** Adds a value; false where it was known, or there is no room for it. */
    public boolean add(long value) {
        if (contains(value) || size == bound) {
            return false;
        }
        if (value == 0) {
            zero = true;
        } else {
            if (size * 2 >= slots.length) {
                grow();
            }
            slots[slot(slots, value)] = value;
        }
        size++;
        return true;
    }

    /** How many it holds. */
    public int size() {
        return size;
    }

    /** What it holds, in no order that anything may depend on. */
    public long[] values() {
        long[] values = new long[size];
        int next = zero ? 1 : 0;
        for (long value : slots) {
            if (value != 0) {
                values[next++] = value;
            }
        }
        return values;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long value : slots) {
            if (value != 0) {
                larger[slot(larger, value)] = value;
            }
        }
        slots = larger;
    }

    /** Values are hashes already. */
    private static int slot(long[] slots, long value) {
        int slot = (int) value & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
