package dev.heddle.aspects;

import akka.actor.ActorSystemImpl;
import akka.actor.LocalActorRefProvider;
import dev.heddle.akka.Advice;

/** The beginning and the end of an actor system, and what it makes for itself. */
public aspect Systems {
    before() : execution(ActorSystemImpl.new(..)) {
        Advice.makesSystem();
    }

    before() : execution(* ActorSystemImpl.terminate()) {
        Advice.terminatesSystem();
    }

    /** The default logger, which starts with a wait for an answer; an actor system under test is silent. */
    void around() : call(void akka.event.LoggingBus+.startDefaultLoggers(..)) && within(LocalActorRefProvider) {
        if (Advice.current() == null) {
            proceed();
        }
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
