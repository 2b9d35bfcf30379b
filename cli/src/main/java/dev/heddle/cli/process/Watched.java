package dev.heddle.cli.process;

import dev.heddle.harness.world.RuleBreach;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

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
     * @param hangs looks at the work's thread now and then: why it hangs, or null while it does not
     */
    public static <T> T call(Callable<T> work, Function<Thread, RuleBreach> hangs) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "heddle-replay");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                RuleBreach breach = hangs.apply(thread);
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
