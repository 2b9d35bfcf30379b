package dev.heddle.aspects;

import akka.actor.ActorSystemImpl;
import akka.actor.LocalActorRefProvider;
import akka.actor.Scheduler;
import dev.heddle.akka.Advice;
import org.aspectj.lang.annotation.SuppressAjWarnings;

/** The timers of an actor system, and what it makes for itself. */
public aspect Timing {
    Scheduler around() : execution(Scheduler ActorSystemImpl.createScheduler()) {
        return Advice.current() == null ? proceed() : Advice.scheduler();
    }

    /** Typed actors hand their timers over as functions, which have no name. */
    @SuppressAjWarnings("adviceDidNotMatch")
    before(Object key) : execution(* akka.actor.typed..TimerSchedulerImpl.startTimer(..)) && args(key, ..) {
        Advice.timerKey(key);
    }

    /** The default logger, which starts with a wait for an answer; an actor system under test is silent. */
    void around() : call(void akka.event.LoggingBus+.startDefaultLoggers(..)) && within(LocalActorRefProvider) {
        if (Advice.current() == null) {
            proceed();
        }
    }

    before() : execution(* ActorSystemImpl.terminate()) {
        Advice.terminates();
    }

    pointcut makingInfrastructure() :
            execution(* ActorSystemImpl.systemActorOf(..)) || execution(* ActorSystemImpl.registerExtension(..));

    before() : makingInfrastructure() {
        Advice.beginInfrastructure();
    }

    after() : makingInfrastructure() {
        Advice.endInfrastructure();
    }
}
