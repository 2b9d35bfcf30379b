package dev.heddle.sample;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.Props;
import akka.dispatch.MessageDispatcher;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** An actor system with one actor and one message; tells the message and what aspects made of a dispatcher. */
public final class Delivery implements Callable<List<String>> {

    @Override
    public List<String> call() throws Exception {
        ClassLoader loader = Delivery.class.getClassLoader();
        ActorSystem system = ActorSystem.create("sample", ConfigFactory.load(loader), loader);
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        try {
            CountDownLatch delivered = new CountDownLatch(1);
            Props greeter = Props.create(Greeter.class, () -> new Greeter(seen, delivered));
            system.actorOf(greeter, "greeter").tell("hello", ActorRef.noSender());
            if (!delivered.await(10, TimeUnit.SECONDS)) {
                seen.add("not delivered");
            }
            for (Class<?> added : MessageDispatcher.class.getInterfaces()) {
                if (added.getName().startsWith("dev.heddle.akka.") && added.getClassLoader() == loader) {
                    seen.add("steered");
                }
            }
        } finally {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
        return List.copyOf(seen);
    }

    private static final class Greeter extends AbstractActor {
        private final List<String> seen;
        private final CountDownLatch delivered;

        Greeter(List<String> seen, CountDownLatch delivered) {
            this.seen = seen;
            this.delivered = delivered;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().match(String.class, this::greet).build();
        }

        private void greet(String text) {
            seen.add(text);
            delivered.countDown();
        }
    }
}
