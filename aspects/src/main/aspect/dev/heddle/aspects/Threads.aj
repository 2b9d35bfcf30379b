package dev.heddle.aspects;

import dev.heddle.akka.jdk.Blocking;
import dev.heddle.akka.jdk.Stages;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import org.aspectj.lang.annotation.SuppressAjWarnings;

/** Calls that bring in other threads, or end them all. */
public aspect Threads {
    @SuppressAjWarnings("adviceDidNotMatch")
    before() : (call(void Thread+.start()) || call(* Executors.new*(..))
            || call(* java.util.Collection+.parallelStream()) || call(* java.util.stream.BaseStream+.parallel())
            || call(* java.util.concurrent.ForkJoinPool.commonPool())
            || call(* java.util.concurrent.CompletableFuture+.orTimeout(..))
            || call(* java.util.concurrent.CompletableFuture+.completeOnTimeout(..))
            || call(* java.util.concurrent.CompletableFuture+.delayedExecutor(long, java.util.concurrent.TimeUnit)))
            && Scope.target() {
        Blocking.refuse(thisJoinPointStaticPart.getSignature().toShortString());
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before() : (call(ExecutorService+.new(..)) || call(java.util.Timer+.new(..))) && Scope.target() {
        Blocking.refuse("new " + thisJoinPointStaticPart.getSignature().getDeclaringType().getSimpleName());
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    before() : (call(void System.exit(int)) || call(void Runtime.exit(int)) || call(void Runtime.halt(int)))
            && Scope.target() {
        Blocking.refuse(thisJoinPointStaticPart.getSignature().toShortString());
    }

    /** Without an executor they run on the JDK's common pool. */
    pointcut pooled() : !call(* *(.., Executor)) && Scope.target();

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(Object body) : call(static * CompletableFuture.*Async(*)) && args(body) && pooled() {
        return Stages.controlled() ? Stages.async(thisJoinPointStaticPart, null, body) : proceed(body);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(CompletionStage stage, Object body) :
            call(!static * CompletionStage+.*Async(*)) && target(stage) && args(body) && pooled() {
        return Stages.controlled() ? Stages.async(thisJoinPointStaticPart, stage, body) : proceed(stage, body);
    }

    @SuppressAjWarnings("adviceDidNotMatch")
    Object around(CompletionStage stage, Object other, Object body) :
            call(!static * CompletionStage+.*Async(*, *)) && target(stage) && args(other, body) && pooled() {
        return Stages.controlled()
                ? Stages.async(thisJoinPointStaticPart, stage, other, body)
                : proceed(stage, other, body);
    }

    /** What {@code Patterns.ask} returns: here even {@code thenApply} runs on the common pool. */
    public Executor scala.concurrent.java8.FuturesConvertersImpl.CF.defaultExecutor() {
        return Stages.defaultExecutor();
    }
}
