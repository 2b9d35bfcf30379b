package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Faults;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;

/**
 * The weighted random strategy: boots every node, then draws a kind of move by the execution's mix
 * and one of its kind uniformly.
 */
final class RandomStrategy implements Strategy {
    private static final Move[] MOVES = Move.values();

    private final Situation situation;
    private final Mix mix;
    private final double[] chances = new double[MOVES.length];
    private int booted;

    RandomStrategy(FuzzSettings settings, Rng rng) {
        mix = Mix.draw(rng, settings.faults(), settings.weights());
        int commands = settings.commands() >= 0 ? settings.commands() : rng.nextInt(FuzzSettings.MAX_COMMANDS + 1);
        situation = new Situation(settings.workload(), rng, settings.clients(), commands);
    }

    @Override
    public Action choose(World world) {
        if (booted < world.size()) {
            Node node = world.nodes().get(booted++);
            return new Faults.Boot(node);
        }
        situation.world = world;
        Action action = null;
        weigh();
        Move move = draw();
        while (move != null && action == null) {
            action = move.at(situation, situation.rng.nextInt(move.count(situation)));
            if (action == null) {
                // It turned out to be impossible; another kind is drawn.
                chances[move.ordinal()] = 0;
                move = draw();
            }
        }
        return action;
    }

    private void weigh() {
        boolean busy = false;
        for (Move move : MOVES) {
            double weight = mix.weight(move);
            boolean possible = weight > 0 && move.count(situation) > 0;
            chances[move.ordinal()] = possible ? weight : 0;
            busy |= possible && move.fault() == null;
        }
        if (!busy) {
            // Cuts wait until there is something to cut: otherwise cuts and heals would follow each other for ever.
            chances[Move.CUT.ordinal()] = 0;
            chances[Move.SPLIT.ordinal()] = 0;
        }
    }

    /** A kind of move by its chance, or null where none has any. */
    private Move draw() {
        double total = 0;
        for (double chance : chances) {
            total += chance;
        }
        if (total == 0) {
            return null;
        }
        double point = situation.rng.nextDouble() * total;
        Move chosen = null;
        for (Move move : MOVES) {
            double chance = chances[move.ordinal()];
            if (chance > 0) {
                chosen = move;
                point -= chance;
                if (point < 0) {
                    break;
                }
            }
        }
        return chosen;
    }
}
