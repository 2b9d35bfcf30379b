package dev.heddle.harness.strategy;

import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/** An oracle that decides, step by step, what happens next in one execution. */
public interface Strategy {
    /** One of the actions that can happen now, or null to end the execution. */
    Action choose(World world);

    /** Told once how the execution ended. */
    default void ended(Outcome outcome) {}

    /** What its execution is counted under, where a campaign's executions have strategies of several kinds. */
    default String kind() {
        return "";
    }
}
