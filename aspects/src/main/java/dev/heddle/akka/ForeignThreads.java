package dev.heddle.akka;

import dev.heddle.harness.world.Port;
import dev.heddle.harness.world.RuleBreach;

/** Watches for threads that the engine does not own; what they do no run could repeat. */
final class ForeignThreads {
    private final Thread own;
    private volatile RuleBreach caught;

    ForeignThreads(Thread own) {
        this.own = own;
    }

    /** Notes what the calling thread did, with its stack and that of the engine's. */
    void caught(String what) {
        Thread culprit = Thread.currentThread();
        RuleBreach breach = Failures.breach(
                "thread " + culprit.getName() + ", which is not under control, " + what,
                "run it on getContext().getDispatcher() instead of a thread pool of your own");
        Throwable engine = new IllegalStateException("meanwhile the engine was here, in thread " + own.getName());
        engine.setStackTrace(own.getStackTrace());
        breach.culprit().addSuppressed(engine);
        caught = breach;
    }

    /** Passes on what was noted; called on the engine's thread. */
    void report(Port port) {
        RuleBreach breach = caught;
        if (breach != null) {
            caught = null;
            port.breach(breach);
        }
    }
}
