package dev.heddle.scenarios;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import java.util.List;
import java.util.Map;
import java.util.Timer;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** What breaks the rules, by name: each command does one such thing. Those that end in {@code free} do not wait. */
public final class Breaking extends Cases {
    /** A thread that the engine does not know, which the test starts and hands a reference. */
    private static volatile ActorRef known;

    private static final Map<String, Wait> WAITS = new TreeMap<>();

    private interface Wait {
        void run() throws Exception;
    }

    static {
        WAITS.put("sleep", () -> Thread.sleep(1));
        WAITS.put("TimeUnit.sleep", () -> TimeUnit.MILLISECONDS.sleep(1));
        WAITS.put("yield", () -> Thread.yield());
        WAITS.put("wait", Breaking::waitForNobody);
        WAITS.put("latch", () -> new CountDownLatch(1).await());
        WAITS.put("latch.free", () -> new CountDownLatch(0).await());
        WAITS.put("barrier", () -> new CyclicBarrier(2).await());
        WAITS.put("lock", Breaking::lockTaken);
        WAITS.put("lock.free", Breaking::lock);
        WAITS.put("condition", Breaking::awaitCondition);
        WAITS.put("semaphore", () -> new Semaphore(0).acquire());
        WAITS.put("semaphore.many", () -> new Semaphore(1).acquire(2));
        WAITS.put("semaphore.timed", () -> new Semaphore(0).tryAcquire(1, TimeUnit.SECONDS));
        WAITS.put("semaphore.timed.many", () -> new Semaphore(1).tryAcquire(2, 1, TimeUnit.SECONDS));
        WAITS.put("semaphore.timed.free", () -> new Semaphore(1).tryAcquire(1, TimeUnit.SECONDS));
        WAITS.put("semaphore.free", () -> new Semaphore(1).acquire());
        WAITS.put("take", () -> new LinkedBlockingQueue<String>().take());
        WAITS.put("take.free", () -> new LinkedBlockingQueue<>(List.of("x")).take());
        WAITS.put("poll", () -> new LinkedBlockingQueue<String>().poll(1, TimeUnit.SECONDS));
        WAITS.put("put", () -> filled().put("y"));
        WAITS.put("put.free", () -> new ArrayBlockingQueue<String>(1).put("y"));
        WAITS.put("get", () -> new CompletableFuture<String>().get());
        WAITS.put("get.free", () -> CompletableFuture.completedFuture("x").get());
        WAITS.put("join", () -> new CompletableFuture<String>().join());
        WAITS.put("park", () -> LockSupport.parkNanos(1));
        WAITS.put("thread", () -> new Thread(() -> known = null).start());
        WAITS.put("executors", () -> Executors.newFixedThreadPool(1));
        WAITS.put("pool", () -> new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>()));
        WAITS.put("forkJoin", () -> new ForkJoinPool());
        WAITS.put("commonPool", () -> ForkJoinPool.commonPool());
        WAITS.put("timer", () -> new Timer());
        WAITS.put("parallelStream", () -> List.of(1).parallelStream().count());
        WAITS.put("parallel", () -> List.of(1).stream().parallel().count());
        WAITS.put("exit", () -> System.exit(1));
        WAITS.put("orTimeout", () -> new CompletableFuture<String>().orTimeout(1, TimeUnit.SECONDS));
    }

    public Breaking() {
        add("wait", node -> (me, m) -> {
            if (m.equals("names")) {
                reply(me, String.join(" ", WAITS.keySet()));
            } else if (WAITS.containsKey(m)) {
                run(WAITS.get(m));
                reply(me, "done");
            }
        });
        add("terminate", node -> (me, m) -> {
            if (m.equals("go")) {
                me.getContext().getSystem().terminate();
            } else if (m.equals("another")) {
                ActorSystem.create("another");
            }
        });
        add("caught", node -> (me, m) -> {
            if (m.equals("go")) {
                me.getContext().actorOf(child((c, x) -> {
                    if (x.equals("start")) {
                        run(WAITS.get("sleep"));
                    }
                }), "kid");
            }
        });
        add("foreign", node -> (me, m) -> {
            if (m.equals("go")) {
                // Stands for a library that has threads of its own: it calls back from one of them.
                ForeignLibrary.callBack(() -> node.node("n2").tell("from elsewhere", ActorRef.noSender()));
            } else if (m.equals("raw")) {
                ForeignLibrary.callBack(() -> me.getSelf().tell("from elsewhere", ActorRef.noSender()));
            } else if (m.equals("actorOf")) {
                ForeignLibrary.callBack(() -> me.getContext().getSystem().actorOf(child((c, x) -> c.getContext())));
            } else if (m.equals("timer")) {
                ForeignLibrary.callBack(() -> me.getContext().getSystem().scheduler().scheduleOnce(
                        java.time.Duration.ofMillis(1), () -> known = null, me.getContext().getSystem().dispatcher()));
            }
        });
    }

    private static void run(Wait wait) {
        try {
            wait.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waitForNobody() throws InterruptedException {
        Object monitor = new Object();
        synchronized (monitor) {
            monitor.wait(1);
        }
    }

    private static void lock() {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        lock.unlock();
    }

    private static void lockTaken() {
        ReentrantLock taken = ForeignLibrary.takenLock();
        taken.lock();
    }

    private static void awaitCondition() throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        lock.lock();
        lock.newCondition().await();
    }

    private static ArrayBlockingQueue<String> filled() {
        ArrayBlockingQueue<String> queue = new ArrayBlockingQueue<>(1);
        queue.add("x");
        return queue;
    }
}
