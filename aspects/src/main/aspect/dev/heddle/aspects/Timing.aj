package dev.heddle.aspects;

import akka.actor.ActorSystemImpl;
import akka.actor.Scheduler;
import dev.heddle.akka.Advice;
import org.aspectj.lang.annotation.SuppressAjWarnings;

/** The timers of an actor system. */
public aspect Timing {
    Scheduler around() : execution(Scheduler ActorSystemImpl.createScheduler()) {
        return Advice.current() == null ? proceed() : Advice.scheduler();
    }

    /** Typed actors hand their timers over as functions, which have no name. */
    @SuppressAjWarnings("adviceDidNotMatch")
    before(Object key) : execution(* akka.actor.typed..TimerSchedulerImpl.startTimer(..)) && args(key, ..) {
        Advice.timerKey(key);
    }
}
