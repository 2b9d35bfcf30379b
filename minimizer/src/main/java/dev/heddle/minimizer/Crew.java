package dev.heddle.minimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;

/** The workers, each with an experiment of its own. */
final class Crew implements AutoCloseable {
    private static final long POLL_MILLIS = 100;
    private static final long GRACE_MILLIS = 2_000;

    private static final Job<Void> LAST = new Job<>(experiment -> null);

    private final Supplier<? extends Experiment> experiments;
    private final BlockingQueue<Job<?>> queue = new LinkedBlockingQueue<>();
    private final List<Thread> hands = new ArrayList<>();

    /** A task that learns only when it begins which experiment it works with. */
    private static final class Job<T> {
        private final FutureTask<T> future;
        private Experiment experiment;
        private Throwable failure;

        Job(Function<Experiment, T> task) {
            future = new FutureTask<>(() -> {
                if (failure != null) {
                    throw new IllegalStateException(failure.getMessage(), failure);
                }
                return task.apply(experiment);
            });
        }

        void fail(Throwable why) {
            failure = why;
            future.run();
        }

        void run(Experiment with) {
            experiment = with;
            future.run();
        }
    }

    Crew(Supplier<? extends Experiment> experiments, int jobs) {
        this.experiments = experiments;
        for (int i = 1; i <= jobs; i++) {
            Thread thread = new Thread(this::work, "heddle-minimizer-" + i);
            thread.setDaemon(true);
            hands.add(thread);
            thread.start();
        }
    }

    /** The results of all, in their order; the caller's tick is run now and then meanwhile. */
    <T> List<T> all(List<Function<Experiment, T>> tasks, Runnable tick) {
        List<Future<T>> futures = new ArrayList<>();
        for (Function<Experiment, T> task : tasks) {
            Job<T> job = new Job<>(task);
            futures.add(job.future);
            queue.add(job);
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(await(future, tick));
        }
        return results;
    }

    /** The result of one. */
    <T> T one(Function<Experiment, T> task, Runnable tick) {
        return all(List.of(task), tick).get(0);
    }

    private static <T> T await(Future<T> future, Runnable tick) {
        while (true) {
            try {
                tick.run();
                return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the workers", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException known
                        ? known
                        : new IllegalStateException(e.getCause().toString(), e.getCause());
            }
        }
    }

    private void work() {
        try {
            Job<?> job = queue.take();
            if (job == LAST) {
                return;
            }
            try (Experiment own = experiments.get()) {
                while (job != LAST) {
                    job.run(own);
                    job = queue.take();
                }
            } catch (RuntimeException | Error e) {
                // It is the waiting caller who must hear of it.
                job.fail(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets every worker end after what it does now, and waits for them, but not for one that hangs. */
    @Override
    public void close() {
        queue.clear();
        for (int i = 0; i < hands.size(); i++) {
            queue.add(LAST);
        }
        for (Thread hand : hands) {
            try {
                hand.join(GRACE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
