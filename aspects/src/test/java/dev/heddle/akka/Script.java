package dev.heddle.akka;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.World;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/**
 * A strategy that boots every node, does what it was told, and delivers whatever comes of each thing
 * before it does the next: messages first, then tasks; timers only when told to.
 */
final class Script implements Strategy {
    private final Deque<Function<World, Action>> todo = new ArrayDeque<>();
    private int booted;
    private long seed = 1;
    private boolean eager = true;

    static Script start() {
        return new Script();
    }

    Script seed(long value) {
        seed = value;
        return this;
    }

    long seed() {
        return seed;
    }

    /** A client sends a command to n1. */
    Script command(String text) {
        return command("n1", text);
    }

    Script command(String node, String text) {
        todo.add(world -> new Command("c1", node, text));
        return this;
    }

    Script crash(String node) {
        todo.add(world -> new Crash(node));
        return this;
    }

    Script recover(String node) {
        todo.add(world -> new Recover(node));
        return this;
    }

    /** Makes happen what a line of a schedule says. */
    Script follow(String line) {
        todo.add(world -> {
            Action action = Match.EXACT.find(Faults.VOCABULARY.parse(line), world);
            if (action == null) {
                throw new AssertionError("not possible: " + line);
            }
            return action;
        });
        return this;
    }

    /** Fires the first armed timer. */
    Script fire() {
        todo.add(world -> world.timerCount() == 0 ? null : world.timer(0));
        return this;
    }

    /** From here on delivers nothing until {@link #settle}. */
    Script hold() {
        todo.add(world -> {
            eager = false;
            return null;
        });
        return this;
    }

    Script settle() {
        todo.add(world -> {
            eager = true;
            return null;
        });
        return this;
    }

    @Override
    public Action choose(World world) {
        if (booted < world.size()) {
            return new Boot(world.nodes().get(booted++).name());
        }
        while (true) {
            Action next = eager ? pending(world) : null;
            if (next == null && !todo.isEmpty()) {
                next = todo.poll().apply(world);
            } else if (next == null) {
                return null;
            }
            if (next != null) {
                return next;
            }
        }
    }

    private static Action pending(World world) {
        if (world.channelCount() > 0) {
            return world.channel(0).get(0);
        }
        return world.tasks().isEmpty() ? null : world.tasks().get(0);
    }
}
