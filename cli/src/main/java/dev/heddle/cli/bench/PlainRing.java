package dev.heddle.cli.bench;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import com.typesafe.config.ConfigFactory;
import dev.heddle.harness.fuzz.WallClock;
import java.util.ArrayDeque;
import scala.Function0;
import scala.concurrent.BlockContext;
import scala.concurrent.CanAwait;

/**
 * Plain Akka at its fastest: the ring on dispatchers that run on the calling thread, nothing under
 * control. The limit for what is controlled.
 */
public final class PlainRing implements Probe {
    private static final String CONFIG = String.join("\n",
            "akka.loglevel = OFF",
            "akka.stdout-loglevel = OFF",
            "akka.loggers = []",
            "akka.log-dead-letters = off",
            "akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off",
            "akka.actor.default-dispatcher.executor = \"" + InlineExecutor.class.getName() + "\"",
            "akka.actor.internal-dispatcher.executor = \"" + InlineExecutor.class.getName() + "\"");
    /** Mailboxes that run between two looks at the clock. */
    private static final int BATCH = 64;

    private final ArrayDeque<Runnable> queue = InlineExecutor.ofThisThread();
    private final ActorRef[] ring;
    private final ActorSystem system;
    private final long[] delivered = {0};

    public PlainRing(int actors) {
        ring = new ActorRef[actors];
        system = draining(() -> ActorSystem.create("plain",
                ConfigFactory.parseString(CONFIG)
                        .withFallback(ConfigFactory.load(PlainRing.class.getClassLoader()))));
        for (int i = 0; i < actors; i++) {
            int next = (i + 1) % actors;
            ring[i] = system.actorOf(RingActor.props(() -> ring[next], delivered), "a" + i);
        }
    }

    @Override
    public long work(long nanos) {
        long before = delivered[0];
        long end = WallClock.nanos() + nanos;
        while (WallClock.nanos() < end) {
            for (int i = 0; i < BATCH; i++) {
                InlineExecutor.runOne(queue);
            }
        }
        return delivered[0] - before;
    }

    @Override
    public void close() {
        system.terminate();
        for (int i = 0; i < 1_000_000 && !system.whenTerminated().isCompleted(); i++) {
            InlineExecutor.runOne(queue);
        }
    }

    private void runAll() {
        boolean more = true;
        while (more) {
            more = InlineExecutor.runOne(queue);
        }
    }

    /** Where Akka waits for its own start, what it waits for runs. */
    private <T> T draining(Function0<T> body) {
        return BlockContext.withBlockContext(new BlockContext() {
            @Override
            public <R> R blockOn(Function0<R> thunk, CanAwait permission) {
                runAll();
                return thunk.apply();
            }
        }, body);
    }
}
