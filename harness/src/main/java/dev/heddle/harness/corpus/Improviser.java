package dev.heddle.harness.corpus;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/** What a recipe leaves open. */
public interface Improviser {
    /** Any action that can happen now, or null. */
    Action anything(World world);

    /** A command like one of before, with words that were not used yet in this execution; or null. */
    Action command(Command before, World world);
}
