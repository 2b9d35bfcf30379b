package dev.heddle.invariants.linearizability;

import java.util.Arrays;

/** An immutable set of small numbers. */
final class Bits {
    static final Bits NONE = new Bits(new long[0]);

    /** The last word is never 0, so equal sets have equal words. */
    private final long[] words;

    private Bits(long[] words) {
        this.words = words;
    }

    boolean has(int number) {
        int word = number >> 6;
        return word < words.length && (words[word] & 1L << number) != 0;
    }

    Bits with(int number) {
        int word = number >> 6;
        long[] more = Arrays.copyOf(words, Math.max(words.length, word + 1));
        more[word] |= 1L << number;
        return new Bits(more);
    }

    boolean isWithin(Bits other) {
        if (words.length > other.words.length) {
            return false;
        }
        for (int i = 0; i < words.length; i++) {
            if ((words[i] & ~other.words[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bits bits && Arrays.equals(words, bits.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
