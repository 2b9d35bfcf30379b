package dev.heddle.minimizer.prove;

import java.util.Arrays;

/**
 * The states of the system that can be reached in one number of deliveries, each once, with one way to each.
 *
 * <p>A state is so many numbers. With it are kept the nodes whose last step has had an effect on another,
 * on some way to it; the state before it; and the input in between.
 */
final class Layer {
    /** What is left of a state in {@link Ways}. */
    static final int BYTES_OF_A_WAY = 8;

    private static final int CHUNK_BITS = 14;
    private static final int CHUNK = 1 << CHUNK_BITS;
    private static final int EXTRA = 3;

    private final int width;
    private final int stride;
    private int[][] chunks = new int[8][];
    private int[] table = new int[1 << 12];
    private int size;

    Layer(int width) {
        this.width = width;
        stride = width + EXTRA;
    }

    /** Adds a state, unless it is there; the effects of several ways to one state are those of all. */
    void add(int[] state, int effects, int parent, int input) {
        if (size * 2 >= table.length) {
            grow();
        }
        int slot = slot(state, 0);
        while (table[slot] != 0) {
            int index = table[slot] - 1;
            int[] chunk = chunks[index >> CHUNK_BITS];
            int at = (index & CHUNK - 1) * stride;
            if (Arrays.equals(chunk, at, at + width, state, 0, width)) {
                chunk[at + width] |= effects;
                return;
            }
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = append(state, effects, parent, input) + 1;
    }

    private int append(int[] state, int effects, int parent, int input) {
        int chunk = size >> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk * 2);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new int[CHUNK * stride];
        }
        int at = (size & CHUNK - 1) * stride;
        System.arraycopy(state, 0, chunks[chunk], at, width);
        chunks[chunk][at + width] = effects;
        chunks[chunk][at + width + 1] = parent;
        chunks[chunk][at + width + 2] = input;
        return size++;
    }

    int size() {
        return size;
    }

    /** The memory that it takes. */
    long bytes() {
        return 4L * ((long) size * stride + table.length);
    }

    void read(int index, int[] state) {
        System.arraycopy(chunks[index >> CHUNK_BITS], (index & CHUNK - 1) * stride, state, 0, width);
    }

    int effects(int index) {
        return extra(index, 0);
    }

    int parent(int index) {
        return extra(index, 1);
    }

    int input(int index) {
        return extra(index, 2);
    }

    private int extra(int index, int which) {
        return chunks[index >> CHUNK_BITS][(index & CHUNK - 1) * stride + width + which];
    }

    /** Only ways are asked for from now on. */
    Ways ways() {
        int[] parents = new int[size];
        int[] inputs = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = parent(i);
            inputs[i] = input(i);
        }
        return new Ways(parents, inputs);
    }

    /** For each state the one before it, and the input in between. */
    record Ways(int[] parents, int[] inputs) {}

    private void grow() {
        table = new int[table.length * 2];
        for (int index = 0; index < size; index++) {
            int slot = slot(chunks[index >> CHUNK_BITS], (index & CHUNK - 1) * stride);
            while (table[slot] != 0) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = index + 1;
        }
    }

    private int slot(int[] state, int from) {
        long hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = (hash ^ state[i]) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        return (int) hash & table.length - 1;
    }
}
