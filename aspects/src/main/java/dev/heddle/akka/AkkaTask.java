package dev.heddle.akka;

import akka.dispatch.TaskInvocation;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Task;

/** A task that a node handed to a dispatcher: the body of a future, or what follows one. */
final class AkkaTask extends Task {
    private final Steering steering;
    private final Runnable body;

    AkkaTask(Steering steering, Endpoint owner, Runnable body) {
        super(owner);
        this.steering = steering;
        this.body = body;
    }

    /** The body of Akka's own wrapper, whose way with exceptions is to log them. */
    static Runnable body(TaskInvocation invocation) {
        return () -> {
            try {
                invocation.runnable().run();
            } finally {
                invocation.cleanup().apply();
            }
        };
    }

    @Override
    protected void perform() {
        steering.runStep(this::run);
    }

    private void run() {
        steering.port().enters();
        body.run();
    }

    @Override
    protected String describe() {
        return "Future";
    }
}
