package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;

/** Something that can happen next; {@link Event} is its name in a schedule. */
public interface Action {
    /** Makes it happen. Called by {@link World#apply} only. */
    void applyTo(World world);

    /** Its name in a schedule. */
    Event toEvent();
}
