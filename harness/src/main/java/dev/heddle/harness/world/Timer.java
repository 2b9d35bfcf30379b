package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;

/** An armed timer of an actor. A periodic one is armed anew by the adapter each time it fires. */
public abstract non-sealed class Timer extends Pending {
    private final Endpoint owner;
    private final long deadlineNanos;
    int index = -1;

    /** @param deadlineNanos the virtual time at which it is due */
    protected Timer(Endpoint owner, long deadlineNanos) {
        this.owner = owner;
        this.deadlineNanos = deadlineNanos;
    }

    /** The actor that armed it. */
    public final Endpoint owner() {
        return owner;
    }

    /** The virtual time at which it is due, in nanoseconds. */
    public final long deadlineNanos() {
        return deadlineNanos;
    }

    /** True until it fires, is cancelled or its node crashes. */
    public final boolean armed() {
        return index >= 0;
    }

    @Override
    final Endpoint receiver() {
        return owner;
    }

    @Override
    public final void applyTo(World world) {
        world.fire(this);
    }

    @Override
    public final Event toEvent() {
        return new Fire(owner.name(), text(), occurrence());
    }
}
