package dev.heddle.scenarios;

import akka.actor.Props;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.dispatch.Futures;
import dev.heddle.api.NodeContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import scala.util.Success;

/** Typed actors, each node one of them. */
public final class TypedCases extends Cases {
    private static final Duration TICK = Duration.ofMillis(10);

    /** A question with the address for its answer. */
    record Question(int number, ActorRef<Integer> replyTo) {}

    /** Where orders can be sent, as they are or as the results of something. */
    record Offer(ActorRef<Faulty.Order> orders, ActorRef<Success<Faulty.Order>> results) {
        @Override
        public String toString() {
            return "Offer";
        }
    }

    public TypedCases() {
        addProps("spawn", node -> props(Behaviors.setup(TypedCases::spawning)));
        addProps("ask", node -> props(Behaviors.setup(TypedCases::asking)));
        addProps("adapter", node -> props(Behaviors.setup(TypedCases::adapting)));
        addProps("adapterWritten", node -> props(Behaviors.setup(TypedCases::adapting)));
        addProps("piped", node -> props(Behaviors.setup(TypedCases::piping)));
        addProps("offer", node -> props(Behaviors.setup(context -> offering(context, node))));
        addProps("timers", node -> props(Behaviors.withTimers(TypedCases::timed)));
        addProps("supervised", node -> props(Behaviors.setup(TypedCases::supervising)));
        addProps("unsupervised", node -> props(Behaviors.setup(TypedCases::passingOn)));
        addProps("receiveTimeout", TypedCases::idle);
        addProps("schedule", node -> props(Behaviors.setup(TypedCases::scheduling)));
    }

    @Override
    Function<Object, String> written(String caseName) {
        return caseName.equals("adapterWritten") ? m -> m.getClass().getSimpleName() + " " + m : null;
    }

    private static Props props(Behavior<Object> behavior) {
        return akka.actor.typed.javadsl.Adapter.props(() -> behavior);
    }

    private static Behavior<Object> spawning(ActorContext<Object> context) {
        ActorRef<Object> kid = context.spawn(Behaviors.receiveMessage(
                m -> m.equals("stop") ? Behaviors.stopped() : Behaviors.same()), "kid");
        context.watch(kid);
        return Behaviors.receive(Object.class).onMessageEquals("go", () -> {
            kid.tell("stop");
            return Behaviors.same();
        }).onSignal(Terminated.class, t -> {
            context.getSelf().tell("gone " + t.getRef().path().name());
            return Behaviors.same();
        }).build();
    }

    private static Behavior<Question> answering() {
        return Behaviors.receiveMessage(q -> {
            q.replyTo().tell(q.number() + 1);
            return Behaviors.same();
        });
    }

    private static Behavior<Object> asking(ActorContext<Object> context) {
        ActorRef<Question> kid = context.spawn(answering(), "kid");
        return Behaviors.receive(Object.class).onMessageEquals("go", () -> {
            context.ask(Integer.class, kid, Duration.ofSeconds(1), (ActorRef<Integer> to) -> new Question(1, to),
                    (answer, failure) -> failure == null ? "answer " + answer : "failure");
            return Behaviors.same();
        }).build();
    }

    private static Behavior<Object> adapting(ActorContext<Object> context) {
        ActorRef<Question> kid = context.spawn(answering(), "kid");
        ActorRef<Integer> adapter = context.messageAdapter(Integer.class, i -> "adapted " + i);
        return Behaviors.receive(Object.class).onMessageEquals("go", () -> {
            kid.tell(new Question(1, adapter));
            return Behaviors.same();
        }).build();
    }

    private static Behavior<Object> piping(ActorContext<Object> context) {
        return Behaviors.receive(Object.class).onMessageEquals("java", () -> {
            context.pipeToSelf(CompletableFuture.completedFuture(7), (value, failure) -> "got " + value);
            return Behaviors.same();
        }).onMessageEquals("scala", () -> {
            context.asScala().pipeToSelf(Futures.successful(7), value -> "got " + value);
            return Behaviors.same();
        }).onMessageEquals("nothing", () -> {
            context.asScala().pipeToSelf(Futures.successful(null), value -> "got " + value);
            return Behaviors.same();
        }).onMessageEquals("failing", () -> {
            context.asScala().pipeToSelf(Futures.failed(new IllegalStateException("no")), value -> "got " + value);
            return Behaviors.same();
        }).build();
    }

    /** An order goes to an adapter of another node's, which passes on what it got. */
    @SuppressWarnings("unchecked")
    private static Behavior<Object> offering(ActorContext<Object> context, NodeContext node) {
        ActorRef<Faulty.Order> orders = context.messageAdapter(Faulty.Order.class, order -> "adapted " + order);
        ActorRef<Success<Faulty.Order>> results = context.messageAdapter(
                (Class<Success<Faulty.Order>>) (Class<?>) Success.class, result -> "adapted " + result);
        Faulty.Order order = new Faulty.Order(1, false, "book");
        return Behaviors.receive(Object.class).onMessageEquals("go", () -> {
            node.node("n2").tell(new Offer(orders, results), akka.actor.ActorRef.noSender());
            return Behaviors.same();
        }).onMessage(Offer.class, offer -> {
            offer.orders().tell(order);
            offer.results().tell(new Success<>(order));
            return Behaviors.same();
        }).onMessage(String.class, text -> {
            node.node("n2").tell(new StringBuilder(text), akka.actor.ActorRef.noSender());
            return Behaviors.same();
        }).build();
    }

    private static Behavior<Object> timed(TimerScheduler<Object> timers) {
        return Behaviors.receive(Object.class).onMessageEquals("go", () -> {
            timers.startSingleTimer("one", "first", TICK);
            timers.startTimerAtFixedRate("two", "second", TICK);
            return Behaviors.same();
        }).build();
    }

    private static Behavior<Object> fail(Object message) {
        if (message.equals("boom")) {
            throw new IllegalStateException("boom");
        }
        return Behaviors.same();
    }

    private static Behavior<Object> passingOn(ActorContext<Object> context) {
        ActorRef<Object> kid = context.spawn(Behaviors.receiveMessage(TypedCases::fail), "kid");
        return Behaviors.receiveMessage(m -> {
            kid.tell(m);
            return Behaviors.same();
        });
    }

    private static Behavior<Object> supervising(ActorContext<Object> context) {
        Behavior<Object> failing = Behaviors.receiveMessage(TypedCases::fail);
        ActorRef<Object> restarted = context.spawn(
                Behaviors.supervise(failing).onFailure(SupervisorStrategy.restart()), "kid");
        ActorRef<Object> slow = context.spawn(Behaviors.supervise(failing)
                .onFailure(SupervisorStrategy.restartWithBackoff(TICK, TICK.multipliedBy(10), 0.2)), "slow");
        ActorRef<Object> steady = context.spawn(
                Behaviors.supervise(failing).onFailure(SupervisorStrategy.resume()), "steady");
        return Behaviors.receive(Object.class).onMessageEquals("on", () -> {
            steady.tell("boom");
            return Behaviors.same();
        }).onMessageEquals("go", () -> {
            restarted.tell("boom");
            restarted.tell("after");
            return Behaviors.same();
        }).onMessageEquals("slowly", () -> {
            slow.tell("boom");
            slow.tell("after");
            return Behaviors.same();
        }).build();
    }

    private static Props idle(NodeContext node) {
        return props(Behaviors.setup(context -> {
            context.setReceiveTimeout(TICK, "idle");
            return Behaviors.receiveMessage(m -> {
                context.cancelReceiveTimeout();
                return Behaviors.same();
            });
        }));
    }

    private static Behavior<Object> scheduling(ActorContext<Object> context) {
        return Behaviors.receive(Object.class).onMessageEquals("go", () -> {
            context.scheduleOnce(TICK, context.getSelf(), "later");
            akka.actor.ActorRef own = Adapter.toClassic(context)
                    .actorOf(Scripted.props((c, x) -> c.getContext()), "classic");
            own.tell("hello", akka.actor.ActorRef.noSender());
            return Behaviors.same();
        }).build();
    }
}
