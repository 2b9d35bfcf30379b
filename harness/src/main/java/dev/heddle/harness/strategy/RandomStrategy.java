package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Faults;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.stream.Stream;

/**
 * The weighted random strategy: boots every node, then draws a kind of move by the execution's mix
 * and one of its kind uniformly.
 */
final class RandomStrategy implements Strategy {
    private final Situation situation;
    /** The kinds of move that can happen in this execution. */
    private final Move[] moves;
    private final double[] weights;
    private final double[] chances;
    private int booted;

    RandomStrategy(FuzzSettings settings, Rng rng) {
        Mix mix = Mix.draw(rng, settings.faults(), settings.weights());
        moves = Stream.of(Move.values()).filter(m -> mix.weight(m) > 0).toArray(Move[]::new);
        weights = Stream.of(moves).mapToDouble(mix::weight).toArray();
        chances = new double[moves.length];
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
        int drawn = draw();
        while (drawn >= 0 && action == null) {
            Move move = moves[drawn];
            action = move.at(situation, situation.rng.nextInt(move.count(situation)));
            if (action == null) {
                // It turned out to be impossible; another kind is drawn.
                chances[drawn] = 0;
                drawn = draw();
            }
        }
        return action;
    }

    private void weigh() {
        boolean busy = false;
        for (int i = 0; i < moves.length; i++) {
            boolean possible = moves[i].count(situation) > 0;
            chances[i] = possible ? weights[i] : 0;
            busy |= possible && moves[i].fault() == null;
        }
        if (!busy) {
            calmCuts();
        }
    }

    /** Cuts wait until there is something to cut: otherwise cuts and heals would follow each other for ever. */
    private void calmCuts() {
        for (int i = 0; i < moves.length; i++) {
            if (moves[i] == Move.CUT || moves[i] == Move.SPLIT) {
                chances[i] = 0;
            }
        }
    }

    /** The place of a kind of move, by its chance, or -1 where none has any. */
    private int draw() {
        double total = 0;
        for (double chance : chances) {
            total += chance;
        }
        if (total == 0) {
            return -1;
        }
        double point = situation.rng.nextDouble() * total;
        int chosen = -1;
        for (int i = 0; i < chances.length; i++) {
            if (chances[i] > 0) {
                chosen = i;
                point -= chances[i];
                if (point < 0) {
                    break;
                }
            }
        }
        return chosen;
    }
}
