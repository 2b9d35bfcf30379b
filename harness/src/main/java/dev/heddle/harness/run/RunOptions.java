package dev.heddle.harness.run;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;

/**
 * How executions are run.
 *
 * @param maxDeliveries an execution ends after so many
 * @param checkEvery invariants are checked after every so-many-th step
 * @param freshSystems true: a new system for each execution; false: one is reused, to the same effect
 */
public record RunOptions(
        NetworkKind network, Timing timing, long maxDeliveries, int checkEvery, boolean freshSystems) {
    /** The default limit of an execution. */
    public static final long DEFAULT_MAX_DELIVERIES = 500;
    private static final long STEPS_PER_DELIVERY = 16;

    public RunOptions {
        if (maxDeliveries < 1 || checkEvery < 1) {
            throw new IllegalArgumentException("maxDeliveries and checkEvery must be positive");
        }
    }

    /**
     * An execution ends after so many steps as well: faults are none of the deliveries, and a strategy
     * could go on with nothing but faults.
     */
    public long maxSteps() {
        return maxDeliveries > Long.MAX_VALUE / STEPS_PER_DELIVERY
                ? Long.MAX_VALUE
                : maxDeliveries * STEPS_PER_DELIVERY;
    }

    /** The defaults on the given network. */
    public static RunOptions on(NetworkKind network) {
        return new RunOptions(network, Timing.ASYNCHRONOUS, DEFAULT_MAX_DELIVERIES, 1, false);
    }

    /** The same with another timing. */
    public RunOptions withTiming(Timing other) {
        return new RunOptions(network, other, maxDeliveries, checkEvery, freshSystems);
    }

    /** The same with another limit. */
    public RunOptions withMaxDeliveries(long limit) {
        return new RunOptions(network, timing, limit, checkEvery, freshSystems);
    }

    /** The same with sparser checks. */
    public RunOptions withCheckEvery(int steps) {
        return new RunOptions(network, timing, maxDeliveries, steps, freshSystems);
    }

    /** The same with a new system for each execution, or not. */
    public RunOptions withFreshSystems(boolean fresh) {
        return new RunOptions(network, timing, maxDeliveries, checkEvery, fresh);
    }
}
