package dev.heddle.aspects;

import akka.actor.ActorRef;
import akka.pattern.PromiseActorRef;
import dev.heddle.akka.Advice;

/** Answers to {@code ask}, which pass by every dispatcher. */
public aspect Asking {
    after(PromiseActorRef question) returning : execution(PromiseActorRef.new(..)) && this(question) {
        Advice.asked(question);
    }

    void around(PromiseActorRef question, Object message, ActorRef sender) :
            execution(void PromiseActorRef.$bang(Object, ActorRef)) && this(question) && args(message, sender) {
        if (!Advice.takesAnswer(question, message, sender)) {
            proceed(question, message, sender);
        }
    }
}
