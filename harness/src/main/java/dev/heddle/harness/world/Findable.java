package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;

/** An event that can be found again in a live world; every kind that a schedule can hold is one. */
public interface Findable extends Event {
    /** The action that it names there, or null where that is not possible now. */
    Action find(World world, Match match);
}
