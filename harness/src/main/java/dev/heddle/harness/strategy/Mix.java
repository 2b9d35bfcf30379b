package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How likely each kind of move is in one execution, relative to the others.
 *
 * <p>What the user does not fix is drawn anew for each execution, over orders of magnitude and with
 * some kinds left out: swarm testing (Groce et al., ISSTA 2012), so that nobody has to steer.
 */
final class Mix {
    private static final double DELIVER = 1.0;
    /** The share of executions in which no fault happens at all. */
    private static final double CALM = 0.3;

    private final double[] weights = new double[Move.values().length];

    private Mix() {}

    /**
     * Draws a mix.
     *
     * @param faults the kinds that may happen
     * @param fixed weights that the user gave, by the lower-case name of the move
     */
    static Mix draw(Rng rng, Set<FaultKind> faults, Map<String, Double> fixed) {
        Mix mix = new Mix();
        boolean calm = rng.chance(CALM);
        Map<FaultKind, Boolean> drawn = new EnumMap<>(FaultKind.class);
        for (FaultKind kind : FaultKind.values()) {
            drawn.put(kind, rng.chance(0.6));
        }
        for (Move move : Move.values()) {
            // Drawn even where unused, so that one kind's weight does not depend on which others are on.
            double weight = defaultWeight(move, rng);
            FaultKind fault = move.fault();
            boolean off = fault != null && (!faults.contains(fault) || calm || !drawn.get(companion(fault)));
            mix.weights[move.ordinal()] = off ? 0 : weight;
            Double given = fixed.get(move.name().toLowerCase(Locale.ROOT));
            if (given != null) {
                mix.weights[move.ordinal()] = fault == null || faults.contains(fault) ? given : 0;
            }
        }
        return mix;
    }

    double weight(Move move) {
        return weights[move.ordinal()];
    }

    /** Recoveries come with crashes. */
    private static FaultKind companion(FaultKind fault) {
        return fault == FaultKind.RECOVER ? FaultKind.CRASH : fault;
    }

    private static double defaultWeight(Move move, Rng rng) {
        return switch (move) {
            case DELIVER -> DELIVER;
            case TASK -> rng.nextLogUniform(0.3, 3);
            case TIMER -> rng.nextLogUniform(0.01, 1);
            case COMMAND -> rng.nextLogUniform(0.005, 0.5);
            case CRASH -> rng.nextLogUniform(0.001, 0.05);
            case RECOVER -> rng.nextLogUniform(0.01, 0.5);
            case CUT, SPLIT -> rng.nextLogUniform(0.001, 0.05);
            case HEAL -> rng.nextLogUniform(0.005, 0.3);
            case RESET -> rng.nextLogUniform(0.001, 0.05);
            case DROP, DUPLICATE -> rng.nextLogUniform(0.005, 0.5);
        };
    }
}
