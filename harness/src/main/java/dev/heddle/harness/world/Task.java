package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;

/** A task that an actor handed to its dispatcher, such as the body of a future. */
public abstract non-sealed class Task extends Pending {
    private final Endpoint owner;

    protected Task(Endpoint owner) {
        this.owner = owner;
    }

    /** The actor that handed it over. */
    public final Endpoint owner() {
        return owner;
    }

    @Override
    final Endpoint receiver() {
        return owner;
    }

    @Override
    public final void applyTo(World world) {
        world.run(this);
    }

    @Override
    public final Event toEvent() {
        return new Run(owner.name(), text(), occurrence());
    }
}
