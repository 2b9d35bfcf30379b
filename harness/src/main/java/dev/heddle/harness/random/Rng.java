package dev.heddle.harness.random;

/**
 * A strategy's generator: SplitMix64, the same numbers on every JDK and operating system.
 *
 * <p>Not thread-safe; one execution owns one generator.
 */
public final class Rng {
    private long state;

    public Rng(long seed) {
        state = seed;
    }

    /** The generator of execution {@code index} of a campaign with {@code seed}. */
    public static Rng ofExecution(long seed, long index) {
        return new Rng(Mix64.mix(seed, index));
    }

    /** 64 uniform bits. */
    public long nextLong() {
        state += Mix64.GOLDEN_GAMMA;
        return Mix64.mix(state);
    }

    /**
     * A uniform number in {@code [0, bound)}, by multiplication (Lemire 2019); the bias is below
     * bound / 2^32, which no strategy can notice.
     */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive, was " + bound);
        }
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** A uniform number in {@code [0, 1)} with 53 random bits. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return nextDouble() < probability;
    }

    /** A number in {@code [low, high]} whose logarithm is uniform; both bounds are positive. */
    public double nextLogUniform(double low, double high) {
        // StrictMath: the same bits on every JDK, which Math does not promise.
        return low * StrictMath.exp(nextDouble() * StrictMath.log(high / low));
    }
}
