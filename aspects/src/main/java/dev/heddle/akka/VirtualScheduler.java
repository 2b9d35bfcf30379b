package dev.heddle.akka;

import akka.actor.ActorRef;
import akka.actor.Cancellable;
import akka.actor.Scheduler;
import dev.heddle.harness.world.Endpoint;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import scala.Function0;
import scala.concurrent.ExecutionContext;
import scala.concurrent.duration.FiniteDuration;
import scala.runtime.BoxedUnit;

/**
 * The scheduler of an actor system under test: a node's timers become the engine's, Akka's own never
 * fire. There is no thread, and whatever would have run elsewhere runs in the step that fires it.
 *
 * <p>Each method of the interface has a line here, those with a default too, so that a timer that
 * sends a message is known as one.
 */
final class VirtualScheduler implements Scheduler, Closeable {
    private static final double MAX_FREQUENCY = 1000;

    private final Steering steering;
    /** What Akka's own timers must still do when the system ends. */
    private final List<Runnable> onClose = new ArrayList<>();
    /** How the next timer is called, where its message does not tell. */
    private String nextName;
    private boolean closed;

    VirtualScheduler(Steering steering) {
        this.steering = steering;
    }

    /** The next timer that runs something is called so. */
    void nextName(Object key) {
        nextName = steering.texts().message(key);
    }

    private Cancellable once(long delayNanos, TimerJob job) {
        Endpoint owner = ownerOfNext();
        if (owner == null) {
            return Cancellable.alreadyCancelled();
        }
        AkkaTimer timer = new AkkaTimer(steering, owner, deadline(delayNanos), job, null);
        steering.port().arm(timer);
        return timer;
    }

    private Cancellable repeat(long delayNanos, long periodNanos, boolean fixedRate, TimerJob job) {
        if (periodNanos <= 0) {
            throw new IllegalArgumentException("the period of a timer must be positive, was " + periodNanos + " ns");
        }
        Endpoint owner = ownerOfNext();
        return owner == null
                ? Cancellable.alreadyCancelled()
                : new Periodic(steering, job, periodNanos, fixedRate).start(owner, deadline(delayNanos));
    }

    private Endpoint ownerOfNext() {
        if (closed) {
            throw new IllegalStateException("the scheduler was shut down");
        }
        if (steering.isForeign()) {
            steering.foreign().caught("armed a timer");
            return null;
        }
        return steering.owner();
    }

    private long deadline(long delayNanos) {
        return steering.port().nowNanos() + Math.max(0, delayNanos);
    }

    private TimerJob send(ActorRef receiver, Object message, ActorRef sender) {
        return new TimerJob.Send(receiver, message, sender, steering.texts());
    }

    private TimerJob run(Runnable body) {
        return new TimerJob.Run(body, name(body.getClass()));
    }

    private TimerJob run(Function0<BoxedUnit> body) {
        return new TimerJob.Run(body::apply, name(body.getClass()));
    }

    private String name(Class<?> body) {
        String name = nextName == null ? steering.texts().timer(body) : nextName;
        nextName = null;
        return name;
    }

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Runnable body, ExecutionContext executor) {
        if (body instanceof Scheduler.TaskRunOnClose) {
            onClose.add(body);
            return Cancellable.alreadyCancelled();
        }
        return once(delay.toNanos(), run(body));
    }

    @Override
    public Cancellable scheduleOnce(Duration delay, Runnable body, ExecutionContext executor) {
        return once(delay.toNanos(), run(body));
    }

    @Override
    public Cancellable scheduleOnce(FiniteDuration delay, Function0<BoxedUnit> body, ExecutionContext executor) {
        return once(delay.toNanos(), run(body));
    }

    @Override
    public Cancellable scheduleOnce(
            FiniteDuration delay, ActorRef receiver, Object message, ExecutionContext executor, ActorRef sender) {
        return once(delay.toNanos(), send(receiver, message, sender));
    }

    @Override
    public Cancellable scheduleOnce(
            Duration delay, ActorRef receiver, Object message, ExecutionContext executor, ActorRef sender) {
        return once(delay.toNanos(), send(receiver, message, sender));
    }

    @Override
    public Cancellable scheduleWithFixedDelay(
            FiniteDuration initial, FiniteDuration delay, Runnable body, ExecutionContext executor) {
        return repeat(initial.toNanos(), delay.toNanos(), false, run(body));
    }

    @Override
    public Cancellable scheduleWithFixedDelay(
            Duration initial, Duration delay, Runnable body, ExecutionContext executor) {
        return repeat(initial.toNanos(), delay.toNanos(), false, run(body));
    }

    @Override
    public Cancellable scheduleWithFixedDelay(
            FiniteDuration initial, FiniteDuration delay, ActorRef receiver, Object message,
            ExecutionContext executor, ActorRef sender) {
        return repeat(initial.toNanos(), delay.toNanos(), false, send(receiver, message, sender));
    }

    @Override
    public Cancellable scheduleWithFixedDelay(
            Duration initial, Duration delay, ActorRef receiver, Object message,
            ExecutionContext executor, ActorRef sender) {
        return repeat(initial.toNanos(), delay.toNanos(), false, send(receiver, message, sender));
    }

    @Override
    public Cancellable scheduleAtFixedRate(
            FiniteDuration initial, FiniteDuration interval, Runnable body, ExecutionContext executor) {
        return repeat(initial.toNanos(), interval.toNanos(), true, run(body));
    }

    @Override
    public Cancellable scheduleAtFixedRate(
            Duration initial, Duration interval, Runnable body, ExecutionContext executor) {
        return repeat(initial.toNanos(), interval.toNanos(), true, run(body));
    }

    @Override
    public Cancellable scheduleAtFixedRate(
            FiniteDuration initial, FiniteDuration interval, ActorRef receiver, Object message,
            ExecutionContext executor, ActorRef sender) {
        return repeat(initial.toNanos(), interval.toNanos(), true, send(receiver, message, sender));
    }

    @Override
    public Cancellable scheduleAtFixedRate(
            Duration initial, Duration interval, ActorRef receiver, Object message,
            ExecutionContext executor, ActorRef sender) {
        return repeat(initial.toNanos(), interval.toNanos(), true, send(receiver, message, sender));
    }

    @Override
    @Deprecated
    public Cancellable schedule(
            FiniteDuration initial, FiniteDuration interval, Runnable body, ExecutionContext executor) {
        return repeat(initial.toNanos(), interval.toNanos(), true, run(body));
    }

    @Override
    @Deprecated
    public Cancellable schedule(Duration initial, Duration interval, Runnable body, ExecutionContext executor) {
        return repeat(initial.toNanos(), interval.toNanos(), true, run(body));
    }

    @Override
    @Deprecated
    public Cancellable schedule(
            FiniteDuration initial, FiniteDuration interval, Function0<BoxedUnit> body, ExecutionContext executor) {
        return repeat(initial.toNanos(), interval.toNanos(), true, run(body));
    }

    @Override
    @Deprecated
    public Cancellable schedule(
            FiniteDuration initial, FiniteDuration interval, ActorRef receiver, Object message,
            ExecutionContext executor, ActorRef sender) {
        return repeat(initial.toNanos(), interval.toNanos(), true, send(receiver, message, sender));
    }

    @Override
    @Deprecated
    public Cancellable schedule(
            Duration initial, Duration interval, ActorRef receiver, Object message,
            ExecutionContext executor, ActorRef sender) {
        return repeat(initial.toNanos(), interval.toNanos(), true, send(receiver, message, sender));
    }

    @Override
    public double maxFrequency() {
        return MAX_FREQUENCY;
    }

    @Override
    public void close() {
        closed = true;
        onClose.forEach(Runnable::run);
        onClose.clear();
    }
}
