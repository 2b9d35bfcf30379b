package dev.heddle.akka.jdk;

import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;

/**
 * What blocks a thread. Controlled code runs on one thread, so whoever would wait there waits for
 * ever: a call that would wait is refused, one that would not is let through.
 */
public final class Blocking {
    private static final String USE_MESSAGES = "send a message or arm a timer, and go on in its handler";

    private Blocking() {}

    /** A call that always waits, or lets another thread run, such as {@link Thread#sleep}. */
    public static void refuse(String call) {
        Controller controller = Current.controller();
        if (controller != null) {
            throw controller.refuse("called " + call, remedy(call));
        }
    }

    /** {@code Await.result} and {@code Await.ready}, of something of Scala's. */
    public static void await(Object awaitable) {
        Controller controller = Current.controller();
        if (controller != null && awaitable instanceof scala.concurrent.Future<?> future && !future.isCompleted()) {
            controller.drain();
            if (!future.isCompleted()) {
                throw controller.refuse(
                        "waited for a future with Await", "pipe the future to an actor (Patterns.pipe)");
            }
        }
    }

    /** {@link Future#get()} and kin. */
    public static void get(Future<?> future) {
        Controller controller = Current.controller();
        if (controller != null && !future.isDone()) {
            controller.drain();
            if (!future.isDone()) {
                throw controller.refuse("waited for a future", "pipe the future to an actor (Patterns.pipe)");
            }
        }
    }

    /** {@link CountDownLatch#await()}. */
    public static void await(CountDownLatch latch) {
        refuseIf(latch.getCount() > 0, "CountDownLatch.await");
    }

    /** {@link CyclicBarrier#await()}. */
    public static void await(CyclicBarrier barrier) {
        refuseIf(barrier.getNumberWaiting() + 1 < barrier.getParties(), "CyclicBarrier.await");
    }

    /** {@link BlockingQueue#take()}. */
    public static void take(BlockingQueue<?> queue) {
        refuseIf(queue.isEmpty(), (queue instanceof BlockingDeque ? "BlockingDeque" : "BlockingQueue") + ".take");
    }

    /** {@link BlockingQueue#put}. */
    public static void put(BlockingQueue<?> queue) {
        refuseIf(queue.remainingCapacity() == 0, "BlockingQueue.put");
    }

    /** {@link Semaphore#acquire(int)}, done here where it does not wait; false where nothing is controlled. */
    public static boolean acquire(Semaphore semaphore, int permits) {
        if (Current.controller() == null) {
            return false;
        }
        refuseIf(!semaphore.tryAcquire(permits), "Semaphore.acquire");
        return true;
    }

    /** {@link Lock#lock()}, done here where it does not wait; false where nothing is controlled. */
    public static boolean lock(Lock lock) {
        if (Current.controller() == null) {
            return false;
        }
        refuseIf(!lock.tryLock(), "Lock.lock");
        return true;
    }

    private static void refuseIf(boolean waits, String call) {
        if (waits) {
            refuse(call);
        }
    }

    private static String remedy(String call) {
        if (call.startsWith("Thread.start") || call.startsWith("Executors") || call.startsWith("new ")) {
            return "let an actor do it, or hand the work to getContext().getDispatcher()";
        } else if (call.contains("exit") || call.contains("halt")) {
            return "stop the node's own actor with getContext().stop(getSelf())";
        } else if (call.contains("parallel")) {
            return "use a sequential stream";
        }
        return USE_MESSAGES;
    }
}
