package dev.heddle.aspects;

import akka.actor.ActorCell;
import akka.dispatch.Envelope;
import akka.dispatch.Mailbox;
import akka.dispatch.MessageDispatcher;
import akka.dispatch.TaskInvocation;
import akka.dispatch.sysmsg.SystemMessage;
import dev.heddle.akka.Advice;
import dev.heddle.akka.SteeredDispatcher;
import dev.heddle.akka.Steering;

/** What dispatchers would do on threads of their own: messages, mailboxes, tasks. */
public aspect Dispatching {
    declare parents : MessageDispatcher implements SteeredDispatcher;

    /** Whoever makes the actor system is the one who steers it. */
    private transient Steering MessageDispatcher.steering = Advice.current();

    public Steering MessageDispatcher.steering() {
        return steering;
    }

    void around(MessageDispatcher dispatcher, ActorCell receiver, Envelope envelope) :
            execution(void MessageDispatcher+.dispatch(ActorCell, Envelope))
            && this(dispatcher) && args(receiver, envelope) {
        if (!Advice.takes(dispatcher, receiver, envelope)) {
            proceed(dispatcher, receiver, envelope);
        }
    }

    void around(MessageDispatcher dispatcher, ActorCell receiver, SystemMessage message) :
            execution(void MessageDispatcher+.systemDispatch(ActorCell, SystemMessage))
            && this(dispatcher) && args(receiver, message) {
        if (!Advice.redirects(dispatcher, receiver, message)) {
            proceed(dispatcher, receiver, message);
        }
    }

    boolean around(MessageDispatcher dispatcher, Mailbox mailbox, boolean message, boolean systemMessage) :
            execution(boolean MessageDispatcher+.registerForExecution(Mailbox, boolean, boolean))
            && this(dispatcher) && args(mailbox, message, systemMessage) {
        return dispatcher.steering() == null
                ? proceed(dispatcher, mailbox, message, systemMessage)
                : Advice.enqueue(dispatcher, mailbox, message, systemMessage);
    }

    void around(MessageDispatcher dispatcher, TaskInvocation task) :
            execution(void MessageDispatcher+.executeTask(TaskInvocation)) && this(dispatcher) && args(task) {
        if (dispatcher.steering() == null) {
            proceed(dispatcher, task);
        } else {
            Advice.execute(dispatcher, task);
        }
    }

    /** One message at a time: what comes out of a stash waits behind what Akka has queued for itself. */
    int around(MessageDispatcher dispatcher) : execution(int MessageDispatcher+.throughput()) && this(dispatcher) {
        return dispatcher.steering() == null ? proceed(dispatcher) : 1;
    }
}
