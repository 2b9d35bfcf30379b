package dev.heddle.cli.bench;

import akka.dispatch.DispatcherPrerequisites;
import akka.dispatch.ExecutorServiceConfigurator;
import akka.dispatch.ExecutorServiceFactory;
import com.typesafe.config.Config;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Makes Akka's dispatchers run on the thread that calls {@link #runOne}; Akka makes it by its name. */
public final class InlineExecutor extends ExecutorServiceConfigurator {
    private static final ThreadLocal<ArrayDeque<Runnable>> QUEUE = ThreadLocal.withInitial(ArrayDeque::new);

    private final ArrayDeque<Runnable> queue = QUEUE.get();

    public InlineExecutor(Config config, DispatcherPrerequisites prerequisites) {
        super(config, prerequisites);
    }

    /** Runs what was submitted first; false where nothing is waiting. */
    static boolean runOne(ArrayDeque<Runnable> queue) {
        Runnable task = queue.poll();
        if (task == null) {
            return false;
        }
        task.run();
        return true;
    }

    /** What was submitted to the dispatchers that this thread made. */
    static ArrayDeque<Runnable> ofThisThread() {
        return QUEUE.get();
    }

    @Override
    public ExecutorServiceFactory createExecutorServiceFactory(String id, ThreadFactory threadFactory) {
        return () -> new AbstractExecutorService() {
            private boolean down;

            @Override
            public void execute(Runnable task) {
                queue.add(task);
            }

            @Override
            public void shutdown() {
                down = true;
            }

            @Override
            public List<Runnable> shutdownNow() {
                down = true;
                return List.of();
            }

            @Override
            public boolean isShutdown() {
                return down;
            }

            @Override
            public boolean isTerminated() {
                return down;
            }

            @Override
            public boolean awaitTermination(long timeout, TimeUnit unit) {
                return true;
            }
        };
    }
}
