package dev.heddle.akka;

import akka.actor.ActorRef;
import akka.actor.InternalActorRef;

/** What a timer does when it fires. */
interface TimerJob extends Runnable {
    /** The timer's name in schedules. */
    String text();

    /** True where a periodic timer may end, since nobody is there any more. */
    default boolean pointless() {
        return false;
    }

    /** Sends a message. */
    record Send(ActorRef receiver, Object message, ActorRef sender, Texts texts) implements TimerJob {
        @Override
        public void run() {
            receiver.tell(message, sender);
        }

        @Override
        public String text() {
            return texts.timer(message);
        }

        @Override
        public boolean pointless() {
            return receiver instanceof InternalActorRef actor && actor.isTerminated();
        }
    }

    /** Runs something. */
    record Run(Runnable body, String text) implements TimerJob {
        @Override
        public void run() {
            body.run();
        }
    }
}
