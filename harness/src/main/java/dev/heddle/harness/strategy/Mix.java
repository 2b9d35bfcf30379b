package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Move;
import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How likely each kind of move is in one execution, relative to the others.
 *
 * <p>What the user does not fix is drawn anew for each execution, over orders of magnitude and with
 * some kinds left out: swarm testing (Groce et al., ISSTA 2012), so that nobody has to steer.
 */
final class Mix {
    /** The share of executions in which no fault happens at all. */
    private static final double CALM = 0.3;
    /** The share of the others in which a kind of fault happens. */
    private static final double PRESENT = 0.6;

    /**
     * A kind of move with its weight.
     *
     * @param fault true for a move of a fault
     */
    record Weighted(Move move, double weight, boolean fault) {}

    private final List<Weighted> moves = new ArrayList<>();
    private final Map<String, Double> fixed;
    private final boolean drawn;

    private Mix(FuzzSettings settings) {
        fixed = settings.weights();
        drawn = !settings.without().contains(Idea.WEIGHTS);
    }

    /**
     * Draws a mix.
     *
     * @param commands the move of clients
     */
    static Mix draw(Rng rng, CommandMove commands, FuzzSettings settings) {
        Set<FaultKind> faults = settings.faults();
        boolean swarm = !settings.without().contains(Idea.SWARM);
        Mix mix = new Mix(settings);
        boolean calm = rng.chance(CALM) && swarm;
        // By name, so that one kind's weight does not depend on which others there are.
        long draws = rng.nextLong();
        for (Move move : List.of(Moves.DELIVER, Moves.TIMER, Moves.TASK, commands)) {
            mix.add(move, mix.weight(move, draws), false);
        }
        for (FaultKind kind : Faults.ALL) {
            boolean present = !calm && (of(draws, "fault", kind.drawnWith().id()).chance(PRESENT) || !swarm);
            for (Move move : kind.moves()) {
                if (faults.contains(kind)) {
                    mix.add(move, present ? mix.weight(move, draws) : 0, true);
                }
            }
        }
        return mix;
    }

    private static Rng of(long draws, String what, String name) {
        return new Rng(Mix64.mix(draws, (what + " " + name).hashCode()));
    }

    private double weight(Move move, long draws) {
        return drawn ? move.drawWeight(of(draws, "move", move.name())) : move.middleWeight();
    }

    private void add(Move move, double drawn, boolean fault) {
        double weight = fixed.getOrDefault(move.name(), drawn);
        if (weight > 0) {
            moves.add(new Weighted(move, weight, fault));
        }
    }

    /** What can happen in this execution; the weights are above 0. */
    List<Weighted> moves() {
        return moves;
    }
}
