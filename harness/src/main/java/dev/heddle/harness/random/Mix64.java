package dev.heddle.harness.random;

/**
 * The 64-bit finalizer of SplitMix64: every bit of the result depends on every bit of the argument.
 *
 * <p>Source: Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014
 * (variant 13 of Stafford's constants).
 */
public final class Mix64 {
    static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Mix64() {}

    /** The mixed bits of {@code z}. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** A hash of two values that depends on their order. */
    public static long mix(long a, long b) {
        return mix(mix(a + GOLDEN_GAMMA) ^ (b * GOLDEN_GAMMA + 1));
    }
}
