package dev.heddle.akka;

import akka.actor.Cancellable;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Timer;

/** An armed timer of a node's. */
final class AkkaTimer extends Timer implements Cancellable {
    private final Steering steering;
    private final TimerJob job;
    private final Periodic periodic;
    private boolean cancelled;

    /** @param periodic what arms the next one when this one fires, or null */
    AkkaTimer(Steering steering, Endpoint owner, long deadlineNanos, TimerJob job, Periodic periodic) {
        super(owner, deadlineNanos);
        this.steering = steering;
        this.job = job;
        this.periodic = periodic;
    }

    @Override
    protected void perform() {
        if (periodic != null && !job.pointless()) {
            periodic.arm(this);
        }
        steering.fire(owner().node(), job);
    }

    @Override
    protected String describe() {
        return job.text();
    }

    @Override
    public boolean cancel() {
        boolean done = steering.port().cancel(this);
        cancelled |= done;
        return done;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
