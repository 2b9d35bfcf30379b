package dev.heddle.harness.order;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.HashMap;
import java.util.Map;

/**
 * Delay-bounded scheduling (Emmi, Qadeer, Rakamarić, POPL 2011): the oldest message is delivered, except that
 * the channel in turn is sometimes put behind all that is pending.
 *
 * <p>The bound is a chance per delivery, drawn for the execution, as its length is not known.
 */
final class Delays extends FirstByKey {
    private static final double LEAST_CHANCE = 0.01;
    private static final double GREATEST_CHANCE = 0.5;

    private final double chance;
    private final Map<Long, Long> delayed = new HashMap<>();

    Delays(Rng rng) {
        this(rng, rng.nextLogUniform(LEAST_CHANCE, GREATEST_CHANCE));
    }

    /** @param chance how likely each delivery is such a point */
    Delays(Rng rng, double chance) {
        super(rng);
        this.chance = chance;
    }

    @Override
    long key(Message message) {
        Long behind = delayed.get(channel(message));
        return behind == null ? message.serial() : Math.max(behind, message.serial());
    }

    @Override
    boolean chose(World world, Message message) {
        boolean delay = rng.chance(chance);
        if (delay) {
            delayed.put(channel(message), (long) world.history().size());
        }
        return delay;
    }
}
