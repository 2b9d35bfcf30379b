package dev.heddle.akka;

import akka.actor.Cancellable;
import dev.heddle.harness.world.Endpoint;

/** A timer that fires again and again; each time is a timer of its own. */
final class Periodic implements Cancellable {
    private final Steering steering;
    private final TimerJob job;
    private final long periodNanos;
    private final boolean fixedRate;
    private AkkaTimer next;
    private boolean cancelled;

    /** @param fixedRate true: counted from when the last one was due; false: from when it fired */
    Periodic(Steering steering, TimerJob job, long periodNanos, boolean fixedRate) {
        this.steering = steering;
        this.job = job;
        this.periodNanos = periodNanos;
        this.fixedRate = fixedRate;
    }

    /** Arms the first one. */
    Periodic start(Endpoint owner, long deadlineNanos) {
        arm(owner, deadlineNanos);
        return this;
    }

    /** Arms the one that follows {@code fired}. */
    void arm(AkkaTimer fired) {
        long from = fixedRate ? fired.deadlineNanos() : steering.port().nowNanos();
        arm(fired.owner(), from + periodNanos);
    }

    private void arm(Endpoint owner, long deadlineNanos) {
        next = new AkkaTimer(steering, owner, deadlineNanos, job, this);
        steering.port().arm(next);
    }

    @Override
    public boolean cancel() {
        boolean first = !cancelled;
        cancelled = true;
        next.cancel();
        return first;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
