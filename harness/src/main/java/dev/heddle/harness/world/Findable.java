package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;

/** An event that can be found again in a live world; every kind that a schedule can hold is one. */
public interface Findable extends Event {
    /** The action that it names there, or null where that is not possible now. */
    Action find(World world, Match match);

    /** What stands in its way where it is not possible now, as a clause for people; null where nothing is known. */
    default String hindrance(World world) {
        return Hindrance.ofNodes(nodes(), world);
    }
}
