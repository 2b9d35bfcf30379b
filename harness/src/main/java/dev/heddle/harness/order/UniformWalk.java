package dev.heddle.harness.order;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.World;

/**
 * A random walk that makes the interleavings of what is pending equally likely: a channel is chosen by the
 * number of messages that wait on it.
 *
 * <p>The uniform random walk of Zhao et al. (ASPLOS 2025), who weigh threads by an estimate of what is left of
 * each; what is pending stands for that estimate here, and no events are selected as the interesting ones.
 */
final class UniformWalk implements Order {
    private final Rng rng;

    UniformWalk(Rng rng) {
        this.rng = rng;
    }

    @Override
    public int message(World world, int count) {
        if (count > world.channelCount()) {
            // Nothing keeps messages in order, so each is a choice of its own.
            return rng.nextInt(count);
        }
        int pending = 0;
        for (int c = 0; c < count; c++) {
            pending += world.channel(c).size();
        }
        int left = rng.nextInt(pending);
        int chosen = 0;
        while (left >= world.channel(chosen).size()) {
            left -= world.channel(chosen++).size();
        }
        return chosen;
    }

    @Override
    public int timer(World world, int count) {
        return rng.nextInt(count);
    }
}
