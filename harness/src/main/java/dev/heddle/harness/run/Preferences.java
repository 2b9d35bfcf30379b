package dev.heddle.harness.run;

import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.strategy.Strategies;
import java.time.Duration;
import java.util.Map;

/**
 * How a target wants to be fuzzed where the user says nothing.
 *
 * @param timing when timers may fire
 * @param commands the most commands that clients issue in an execution; -1 lets each execution draw its own number
 * @param weights by the name of the move; what is not in it is drawn
 * @param maxClockSkew how far a node's clocks may be set ahead or back
 * @param settleShare the share of executions that end fairly, where the target settles at all
 */
public record Preferences(
        Timing timing, int commands, Map<String, Double> weights, Duration maxClockSkew, double settleShare) {
    /** A fair end costs a large target several times what came before it. */
    private static final double DEFAULT_SETTLE_SHARE = 0.1;

    /** What most targets want: everything drawn, clocks up to half a second off. */
    public static final Preferences DEFAULT =
            new Preferences(Timing.ASYNCHRONOUS, -1, Map.of(), Duration.ofMillis(500), DEFAULT_SETTLE_SHARE);

    public Preferences {
        if (!(settleShare > 0 && settleShare <= 1)) {
            throw new IllegalArgumentException("a share lies above 0 and is at most 1, was " + settleShare);
        }
        weights = Map.copyOf(weights);
        for (String move : weights.keySet()) {
            if (!Strategies.moves().contains(move)) {
                throw new IllegalArgumentException("there is no weight '" + move + "'; there are "
                        + String.join(", ", Strategies.moves()));
            }
        }
    }
}
