package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Move;
import dev.heddle.harness.order.Order;
import dev.heddle.harness.order.Orders;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;

/**
 * The strategy of all fuzzing: boots every node, then draws a kind of move by the execution's mix. Which
 * message or timer it is, an order decides; one of any other kind is drawn uniformly.
 */
final class RandomStrategy implements Strategy {
    private final Rng rng;
    private final String kind;
    private final Order order;
    private final CommandMove commands;
    /** The kinds of move that can happen in this execution. */
    private final Move[] moves;
    private final boolean[] faults;
    private final double[] weights;
    private final double[] chances;
    private int booted;

    RandomStrategy(FuzzSettings settings, Rng rng, Orders.Kind kind) {
        this.rng = rng;
        this.kind = kind.id();
        commands = new CommandMove(settings.workload(), settings.clients());
        List<Mix.Weighted> mix = Mix.draw(rng, commands, settings).moves();
        commands.allow(settings.commands() >= 0 ? settings.commands() : rng.nextInt(FuzzSettings.MAX_COMMANDS + 1));
        moves = new Move[mix.size()];
        faults = new boolean[mix.size()];
        weights = new double[mix.size()];
        chances = new double[mix.size()];
        for (int i = 0; i < moves.length; i++) {
            moves[i] = mix.get(i).move();
            faults[i] = mix.get(i).fault();
            weights[i] = mix.get(i).weight();
        }
        order = kind.inExecution().apply(rng);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Action choose(World world) {
        while (booted < world.size()) {
            Node node = world.nodes().get(booted++);
            if (node.incarnation() == 0) {
                return new Boot(node.name());
            }
        }
        Action action = null;
        weigh(world);
        int drawn = draw();
        while (drawn >= 0 && action == null) {
            Move move = moves[drawn];
            action = move.at(world, place(move, world), rng);
            if (action == null) {
                // It turned out to be impossible; another kind is drawn.
                chances[drawn] = 0;
                drawn = draw();
            }
        }
        return action;
    }

    /** A command to a node, with words of its own; or null where clients may issue no more. */
    Action command(String client, String node) {
        return commands.issue(client, node, rng);
    }

    private int place(Move move, World world) {
        int count = move.count(world);
        if (move == Moves.DELIVER) {
            return order.message(world, count);
        }
        return move == Moves.TIMER ? order.timer(world, count) : rng.nextInt(count);
    }

    private void weigh(World world) {
        boolean busy = false;
        for (int i = 0; i < moves.length; i++) {
            boolean possible = moves[i].count(world) > 0;
            chances[i] = possible ? weights[i] : 0;
            busy |= possible && !faults[i];
        }
        if (!busy) {
            calm();
        }
    }

    /** What would otherwise go on for ever waits until there is something else to do. */
    private void calm() {
        for (int i = 0; i < moves.length; i++) {
            if (moves[i].idle()) {
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
        double point = rng.nextDouble() * total;
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
