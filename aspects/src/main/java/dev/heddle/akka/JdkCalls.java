package dev.heddle.akka;

import dev.heddle.akka.jdk.Controller;
import dev.heddle.akka.jdk.Unwind;
import dev.heddle.harness.world.Endpoint;

/** What controlled code gets when it calls the JDK: the time, random bits, threads, or a refusal. */
final class JdkCalls implements Controller {
    private final Steering steering;
    private final RunQueue queue;

    JdkCalls(Steering steering, RunQueue queue) {
        this.steering = steering;
        this.queue = queue;
    }

    Steering steering() {
        return steering;
    }

    @Override
    public long wallNanos() {
        long now = steering.port().nowNanos();
        NodeSlot slot = steering.slot();
        return slot == null ? now : slot.node().wallNanos(now);
    }

    @Override
    public long stampNanos() {
        NodeSlot slot = steering.slot();
        return steering.port().nowNanos() + (slot == null ? 0 : slot.node().skewNanos());
    }

    @Override
    public long monotonicNanos() {
        long now = steering.port().nowNanos();
        NodeSlot slot = steering.slot();
        return slot == null ? now : slot.node().monotonicNanos(now);
    }

    @Override
    public long draw() {
        Infrastructure infrastructure = steering.infrastructure();
        return infrastructure.active() ? infrastructure.draw() : steering.port().random().nextLong();
    }

    @Override
    public void drain() {
        queue.drain();
    }

    @Override
    public void submit(Runnable task) {
        Endpoint owner = steering.owner();
        if (owner == null) {
            queue.add(task);
        } else {
            steering.port().submit(new AkkaTask(steering, owner, task));
        }
    }

    @Override
    public Unwind refuse(String what, String remedy) {
        Endpoint owner = steering.owner();
        String who = owner == null ? "the actor system" : owner.name();
        if (!steering.stopping()) {
            steering.port().breach(Failures.breach(who + " " + what, remedy));
        }
        return new Unwind(who + " " + what);
    }
}
