package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.Settle;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/** Another strategy that settles after so many deliveries, or where that one has nothing left to choose. */
public final class EndsSettling implements Strategy {
    private final Strategy before;
    private final long deliveries;
    private final Settle settle;

    EndsSettling(Strategy before, long deliveries, Settle settle) {
        this.before = before;
        this.deliveries = deliveries;
        this.settle = settle;
    }

    /**
     * The strategy, or one that settles at some point, in a share of executions.
     *
     * @param rng decides; one of its own, so that the other choices are the same whether or not targets settle
     * @param settleMillis for how long; 0 for never
     */
    public static Strategy sometimes(
            Strategy strategy, Rng rng, long maxDeliveries, int settleMillis, double share) {
        boolean ends = settleMillis > 0 && rng.chance(share);
        return ends
                ? new EndsSettling(strategy, rng.nextInt((int) Math.min(maxDeliveries, Integer.MAX_VALUE)),
                        new Settle(settleMillis))
                : strategy;
    }

    @Override
    public Action choose(World world) {
        Action chosen = world.deliveries() >= deliveries ? null : before.choose(world);
        return chosen == null ? settle : chosen;
    }

    @Override
    public void ended(Outcome outcome) {
        before.ended(outcome);
    }
}
