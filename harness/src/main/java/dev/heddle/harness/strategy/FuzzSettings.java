package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.FaultKind;
import java.util.Map;
import java.util.Set;

/**
 * What a fuzzing strategy may do.
 *
 * @param workload the clients' commands
 * @param clients the number of clients that issue them
 * @param commands the most commands per execution; -1 lets each execution draw its own number
 * @param faults the kinds of fault that may happen
 * @param weights the user's weights by the name of the move; what is not in it is drawn
 * @param without ideas that are switched off
 */
public record FuzzSettings(
        Workload workload, int clients, int commands, Set<FaultKind> faults, Map<String, Double> weights,
        Set<Idea> without) {
    /** The most commands that an execution draws for itself. */
    static final int MAX_COMMANDS = 100;
    private static final double MAX_WEIGHT = 1e9;

    public FuzzSettings {
        faults = Set.copyOf(faults);
        weights = Map.copyOf(weights);
        without = Set.copyOf(without);
        if (clients < 1 && workload != Workload.NONE) {
            throw new IllegalArgumentException("a workload needs a client, there are " + clients);
        }
        weights.forEach((move, weight) -> {
            if (!(weight >= 0 && weight <= MAX_WEIGHT)) {
                throw new IllegalArgumentException(
                        "the weight of '" + move + "' must lie between 0 and " + MAX_WEIGHT + ", was " + weight);
            }
        });
    }

    /** With every idea. */
    public FuzzSettings(
            Workload workload, int clients, int commands, Set<FaultKind> faults, Map<String, Double> weights) {
        this(workload, clients, commands, faults, weights, Set.of());
    }

    /** The same with another source of commands. */
    public FuzzSettings withWorkload(Workload other) {
        return new FuzzSettings(other, clients, commands, faults, weights, without);
    }

    /** The same with these ideas switched off. */
    public FuzzSettings withoutIdeas(Set<Idea> ideas) {
        return new FuzzSettings(workload, clients, commands, faults, weights, ideas);
    }
}
