package dev.heddle.harness.order;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.World;

/** Any of them, all equally likely. */
final class Uniform implements Order {
    private final Rng rng;

    Uniform(Rng rng) {
        this.rng = rng;
    }

    @Override
    public int message(World world, int count) {
        return rng.nextInt(count);
    }

    @Override
    public int timer(World world, int count) {
        return rng.nextInt(count);
    }
}
