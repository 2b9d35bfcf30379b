package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;

/** The event of something pending being handed to an actor. */
public sealed interface Handover extends Findable, Event.Delivery permits Deliver, Fire, Run {
    @Override
    Pending find(World world, Match match);
}
