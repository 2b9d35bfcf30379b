package dev.heddle.harness.order;

import dev.heddle.harness.world.World;

/** What comes next of that which can be handed over, in one execution. */
public interface Order {
    /**
     * The place of the message that is delivered next among those that can be, as in {@link
     * dev.heddle.harness.world.Network#message}.
     *
     * @param count how many there are, at least 1
     */
    int message(World world, int count);

    /**
     * The place of the timer that fires next among those that may, as in {@link World#timer}.
     *
     * @param count how many there are, at least 1
     */
    int timer(World world, int count);
}
