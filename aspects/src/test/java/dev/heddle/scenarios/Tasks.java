package dev.heddle.scenarios;

import akka.dispatch.Futures;
import akka.pattern.Patterns;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import scala.concurrent.Await;
import scala.concurrent.ExecutionContext;

/** Futures of Akka's, Scala's and the JDK's. */
public final class Tasks extends Cases {
    public Tasks() {
        add("scala", node -> (me, m) -> {
            if (m.equals("go")) {
                ExecutionContext here = me.getContext().getDispatcher();
                Patterns.pipe(Futures.future(() -> "computed", here), here).to(me.getSender(), me.getSelf());
            }
        });
        add("onDispatcher", node -> (me, m) -> {
            if (m.equals("go")) {
                pipe(me, CompletableFuture.supplyAsync(() -> "supplied", me.getContext().getDispatcher()));
            }
        });
        add("onCommonPool", node -> (me, m) -> {
            if (m.equals("go")) {
                pipe(me, CompletableFuture.supplyAsync(() -> "a").thenApplyAsync(a -> a + "b")
                        .thenCombineAsync(CompletableFuture.completedFuture("c"), (a, c) -> a + c));
            }
        });
        add("askThenApply", node -> (me, m) -> {
            if (m.equals("go")) {
                pipe(me, Patterns.ask(node.node("n2"), "question", Duration.ofSeconds(1)).thenApply(a -> a + "!"));
            } else if (m.equals("question")) {
                reply(me, "answer");
            }
        });
        add("await", node -> (me, m) -> {
            if (m.equals("go")) {
                await(me, node.node("n2"));
            }
        });
        add("after", node -> (me, m) -> {
            if (m.equals("go")) {
                pipe(me, Patterns.after(Duration.ofSeconds(1), me.getContext().getSystem(),
                        () -> CompletableFuture.completedFuture("after")));
            }
        });
    }

    private static void await(Scripted me, akka.actor.ActorRef peer) {
        try {
            Await.result(Patterns.ask(peer, "question", 1000),
                    scala.concurrent.duration.Duration.create(1, TimeUnit.SECONDS));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pipe(Scripted me, CompletionStage<String> stage) {
        Patterns.pipe(stage, me.getContext().getDispatcher()).to(me.getSender(), me.getSelf());
    }
}
