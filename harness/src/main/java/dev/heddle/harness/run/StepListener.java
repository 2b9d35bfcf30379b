package dev.heddle.harness.run;

import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/** Told about each step once it has happened. */
@FunctionalInterface
public interface StepListener {
    /** Hears nothing. */
    StepListener NONE = (action, world) -> {};

    void stepped(Action action, World world);
}
