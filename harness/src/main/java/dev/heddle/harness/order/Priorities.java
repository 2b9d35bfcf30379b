package dev.heddle.harness.order;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.HashMap;
import java.util.Map;

/**
 * Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010) of messages: the channel of the highest
 * priority delivers, and at random points the one in turn falls behind all others.
 *
 * <p>Priorities belong to chains of events that follow each other in any case (Ozkan et al., OOPSLA 2018). The
 * chains are the channels here: on a network that keeps order each is one, and no other decomposition is known
 * before the execution is over. A depth of <i>d</i> means <i>d</i> - 1 points in an execution of known length;
 * that length is not known, so each delivery is such a point with a chance drawn for the execution.
 */
final class Priorities extends FirstByKey {
    private static final double LEAST_CHANCE = 0.002;
    private static final double GREATEST_CHANCE = 0.1;

    private final double chance;
    private final Map<Long, Long> fallen = new HashMap<>();

    Priorities(Rng rng) {
        this(rng, rng.nextLogUniform(LEAST_CHANCE, GREATEST_CHANCE));
    }

    /** @param chance how likely each delivery is such a point */
    Priorities(Rng rng, double chance) {
        super(rng);
        this.chance = chance;
    }

    @Override
    long key(Message message) {
        long channel = channel(message);
        Long behind = fallen.get(channel);
        return behind == null ? priority(channel) : behind;
    }

    @Override
    boolean chose(World world, Message message) {
        boolean falls = rng.chance(chance);
        if (falls) {
            fallen.put(channel(message), (Long.MAX_VALUE >>> 1) + world.deliveries());
        }
        return falls;
    }
}
