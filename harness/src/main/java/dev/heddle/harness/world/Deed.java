package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;

/** An event that is its own action, since the names in it are all that it needs. */
public interface Deed extends Findable, Action, Event.External {
    /** True where it can happen now. */
    boolean possible(World world);

    @Override
    default Action find(World world, Match match) {
        return possible(world) ? this : null;
    }

    @Override
    default Event toEvent() {
        return this;
    }
}
