package dev.heddle.harness.fuzz;

import dev.heddle.harness.world.RuleBreach;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/** Work on a thread of its own, which is left behind where it hangs: a thread cannot be stopped. */
public final class Watched {
    private static final long POLL_MILLIS = 100;

    private Watched() {}

    /** The work hangs; its thread still runs. */
    public static final class HungException extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient RuleBreach breach;

        HungException(RuleBreach breach) {
            super(breach.what());
            this.breach = breach;
        }

        /** Where it hangs. */
        public RuleBreach breach() {
            return breach;
        }
    }

    /**
     * The result of the work.
     *
     * @param beats what a {@link Watchdog} watches, from a thread of its own
     */
    public static <T> T call(Callable<T> work, LongSupplier beats) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "heddle-watched");
        thread.setDaemon(true);
        Watchdog watchdog = new Watchdog(thread, beats);
        thread.start();
        while (true) {
            try {
                return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                RuleBreach breach = watchdog.look();
                if (breach != null) {
                    throw new HungException(breach);
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw (Exception) e.getCause();
            }
        }
    }
}
