package dev.heddle.harness.toy;

import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Timer;

/** A timer with a name and a body. */
public final class Alarm extends Timer {
    private final String name;
    private final Runnable body;

    public Alarm(Endpoint owner, long deadlineNanos, String name, Runnable body) {
        super(owner, deadlineNanos);
        this.name = name;
        this.body = body;
    }

    @Override
    protected void perform() {
        body.run();
    }

    @Override
    protected String describe() {
        return name;
    }
}
