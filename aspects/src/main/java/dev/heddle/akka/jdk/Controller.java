package dev.heddle.akka.jdk;

/** The engine behind the code that is running, as far as calls of the JDK need it. */
public interface Controller {
    /** What the running node's clock on the wall shows, in nanoseconds since 1970-01-01T00:00:00Z. */
    long wallNanos();

    /** The time on the wall for a record that Akka makes, which no node reads; see {@link #wallNanos}. */
    long stampNanos();

    /** What its monotonic clock shows, in nanoseconds. */
    long monotonicNanos();

    /** 64 uniform bits for the node that is running. */
    long draw();

    /** Runs what Akka has queued for itself, which may complete what somebody waits for. */
    void drain();

    /** Hands over a task that would have gone to a thread pool of the JDK's. */
    void submit(Runnable task);

    /**
     * Reports that the running code broke the rules.
     *
     * @param what one line: what it did
     * @param remedy one line: what to do instead
     * @return what to throw, so that the step ends
     */
    Unwind refuse(String what, String remedy);
}
