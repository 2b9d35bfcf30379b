package dev.heddle.harness.order;

import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;

/**
 * Channels and timers at speeds of their own, over orders of magnitude, as long as none changes: what is slow
 * waits for long, though not for ever.
 *
 * <p>The soft form of priorities: an order of magnitude is a preference, not a rule.
 */
final class Speeds extends ByWeight {
    private static final double LEAST_SPREAD = 2;
    private static final double GREATEST_SPREAD = 10_000;
    private static final double LEAST_CHANCE = 0.002;
    private static final double GREATEST_CHANCE = 0.1;

    /** So many different speeds. */
    private static final int STEPS = 64;

    private final double[] speeds = new double[STEPS];
    private final double chance;
    /** Tells the present speeds from those before. */
    private long salt;

    Speeds(Rng rng) {
        super(rng);
        double logSpread = StrictMath.log(rng.nextLogUniform(LEAST_SPREAD, GREATEST_SPREAD));
        for (int i = 0; i < STEPS; i++) {
            speeds[i] = StrictMath.exp(-logSpread * i / (STEPS - 1));
        }
        chance = rng.nextLogUniform(LEAST_CHANCE, GREATEST_CHANCE);
        salt = rng.nextLong();
    }

    @Override
    double weight(Message message) {
        return speed(FirstByKey.channel(message));
    }

    @Override
    double weight(Timer timer) {
        return speed(own(timer.owner()));
    }

    @Override
    void chose(World world, Message message) {
        mayChange();
    }

    @Override
    void chose(World world, Timer timer) {
        mayChange();
    }

    private static long own(Endpoint owner) {
        return -1L - owner.id();
    }

    private double speed(long of) {
        return speeds[(int) Long.remainderUnsigned(Mix64.mix(salt, of), STEPS)];
    }

    private void mayChange() {
        if (rng.chance(chance)) {
            salt = rng.nextLong();
        }
    }
}
