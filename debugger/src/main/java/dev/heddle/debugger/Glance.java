package dev.heddle.debugger;

import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;
import java.util.function.Function;

/** An execution made again to show its world to an observer after so many steps. */
final class Glance<T> implements Strategy, StepListener {
    private final Strategy way;
    private final int after;
    private final Function<World, T> observer;
    private int steps;
    private boolean looked;
    private T seen;

    Glance(Strategy way, int after, Function<World, T> observer) {
        this.way = way;
        this.after = after;
        this.observer = observer;
    }

    @Override
    public Action choose(World world) {
        lookAt(world);
        return way.choose(world);
    }

    @Override
    public void stepped(Action action, World world) {
        steps++;
        lookAt(world);
    }

    private void lookAt(World world) {
        if (steps == after && !looked) {
            seen = observer.apply(world);
            looked = true;
        }
    }

    boolean looked() {
        return looked;
    }

    T seen() {
        return seen;
    }
}
