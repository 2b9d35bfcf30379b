package dev.heddle.harness.toy;

import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Task;

/** A task with a name and a body. */
public final class Job extends Task {
    private final String name;
    private final Runnable body;

    public Job(Endpoint owner, String name, Runnable body) {
        super(owner);
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
