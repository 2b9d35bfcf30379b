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
 */
public record Preferences(Timing timing, int commands, Map<String, Double> weights, Duration maxClockSkew) {
    /** What most targets want: everything drawn, clocks up to half a second off. */
    public static final Preferences DEFAULT =
            new Preferences(Timing.ASYNCHRONOUS, -1, Map.of(), Duration.ofMillis(500));

    public Preferences {
        weights = Map.copyOf(weights);
        for (String move : weights.keySet()) {
            if (!Strategies.moves().contains(move)) {
                throw new IllegalArgumentException("there is no weight '" + move + "'; there are "
                        + String.join(", ", Strategies.moves()));
            }
        }
    }
}
