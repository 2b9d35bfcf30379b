package dev.heddle.cli.process;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What happens when the process is told to end (Ctrl-C, SIGTERM) before its work is done.
 *
 * <p>A command that can save what it has says so by {@link #onInterrupt}; it is then told to stop and
 * waited for. Every other one ends at once, after its last words.
 */
public final class Interrupts {
    private static final long GRACE_SECONDS = 20;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Runnable stop;
    private volatile Runnable lastWords = () -> {};

    /** True once the process was told to end. */
    public boolean requested() {
        return requested;
    }

    /**
     * How to make the work end soon; it must not block. Where that was told already, it is run at once, maybe
     * twice.
     */
    public void onInterrupt(Runnable stopSoon) {
        stop = stopSoon;
        if (requested) {
            stopSoon.run();
        }
    }

    /** What is said where the work cannot be waited for. */
    public void lastWords(Runnable words) {
        lastWords = words;
    }

    /** The work is done; from now on the end of the process is an ordinary one. */
    public void finished() {
        finished.countDown();
    }

    /** Installs the hook; {@code end} is called at its end and must not return. */
    public void install(Runnable end) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (finished.getCount() > 0) {
                interrupt();
                end.run();
            }
        }, "heddle-interrupted"));
    }

    void interrupt() {
        requested = true;
        Runnable stopSoon = stop;
        try {
            if (stopSoon != null) {
                stopSoon.run();
                if (finished.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lastWords.run();
    }
}
