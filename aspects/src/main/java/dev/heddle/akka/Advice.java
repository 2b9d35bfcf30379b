package dev.heddle.akka;

import akka.actor.ActorCell;
import akka.actor.ActorPath;
import akka.actor.ActorRef;
import akka.actor.Scheduler;
import akka.dispatch.Envelope;
import akka.dispatch.Mailbox;
import akka.dispatch.MessageDispatcher;
import akka.dispatch.TaskInvocation;
import akka.dispatch.sysmsg.SystemMessage;
import akka.pattern.PromiseActorRef;
import dev.heddle.akka.jdk.Current;

/** What the aspects call: one method for each piece of advice on Akka's own code. */
public final class Advice {
    private static final String INTERNAL_DISPATCHER = "akka.actor.internal-dispatcher";

    private Advice() {}

    /** The steering of the system whose code the thread runs, or null. */
    public static Steering current() {
        return Current.controller() instanceof JdkCalls calls ? calls.steering() : null;
    }

    private static Steering steering(MessageDispatcher dispatcher) {
        return ((SteeredDispatcher) dispatcher).steering();
    }

    // ---- dispatchers ----

    /** Whether the engine takes the message, so that Akka must not. */
    public static boolean takes(MessageDispatcher dispatcher, ActorCell receiver, Envelope envelope) {
        Steering steering = steering(dispatcher);
        return steering != null && steering.takes(receiver, envelope);
    }

    /** Whether a system message was for an address that has another actor now, which has it. */
    public static boolean redirects(MessageDispatcher dispatcher, ActorCell receiver, SystemMessage message) {
        Steering steering = steering(dispatcher);
        return steering != null && steering.redirects(receiver, message);
    }

    /** Queues a mailbox on the engine's thread. */
    public static boolean enqueue(
            MessageDispatcher dispatcher, Mailbox mailbox, boolean hasMessage, boolean hasSystemMessage) {
        return steering(dispatcher).enqueue(mailbox, hasMessage, hasSystemMessage);
    }

    /** Takes a task. */
    public static void execute(MessageDispatcher dispatcher, TaskInvocation task) {
        steering(dispatcher).execute(task, dispatcher.id().equals(INTERNAL_DISPATCHER));
    }

    // ---- actors ----

    /** An actor's code begins to handle a message. */
    public static void begins(ActorCell cell) {
        Steering steering = steering(cell.dispatcher());
        if (steering != null) {
            steering.begins(steering.state(cell));
        }
    }

    /** An actor's code begins to handle a system message. */
    public static void enters(ActorCell cell) {
        Steering steering = steering(cell.dispatcher());
        if (steering != null) {
            steering.state(cell).enter();
        }
    }

    /** An actor's own code is about to have a message. */
    public static void receives(ActorCell cell) {
        CellState state = ((SteeredCell) cell).cellState();
        // It has begun to handle something, so what is known of it is of this execution.
        if (state != null) {
            state.steering.receives(state);
        }
    }

    /** It ended, one way or the other. */
    public static void ends(ActorCell cell) {
        CellState state = ((SteeredCell) cell).cellState();
        if (state != null) {
            state.leave();
        }
    }

    /** An exception left an actor's code. */
    public static void threw(ActorCell cell, Throwable thrown) {
        Steering steering = steering(cell.dispatcher());
        if (steering != null) {
            steering.threw(steering.state(cell), thrown);
        }
    }

    /** An exception left the code of the typed actor that is running, and its supervision has it. */
    public static void supervised(Throwable thrown) {
        Steering steering = current();
        if (steering != null && steering.running() != null) {
            steering.threw(steering.running(), thrown);
        }
    }

    /** True where a new actor's uid is ours to give. */
    public static boolean named() {
        return current() != null;
    }

    /** The uid of a new actor. */
    public static int uid() {
        return current().naming().uid();
    }

    /** True for an actor that a node creates at top level without a name. */
    public static boolean namesTopLevel(ActorCell parent) {
        Steering steering = current();
        return steering != null && steering.slot() != null && steering.state(parent).slot == null;
    }

    /** The name of an actor that a node creates at top level. */
    public static String topLevelName() {
        return current().naming().topLevelName();
    }

    /** An actor was created at top level. */
    public static void created(ActorRef actor) {
        Steering steering = current();
        if (steering != null) {
            steering.population().adopt(steering.slot(), actor);
        }
    }

    // ---- questions (ask) ----

    /** A question was asked. */
    public static void asked(PromiseActorRef question) {
        Steering steering = current();
        if (steering != null) {
            steering.questions().open(question);
        }
    }

    /** Whether the engine takes the answer, so that Akka must not. */
    public static boolean takesAnswer(PromiseActorRef question, Object message, ActorRef sender) {
        Steering steering = current();
        return steering != null && steering.questions().takes(question, message, sender);
    }

    /** The path of a question. */
    public static ActorPath question(ActorPath akkas) {
        Steering steering = current();
        return steering == null ? akkas : steering.naming().question(akkas);
    }

    // ---- the system ----

    /** The scheduler of a system that is being made, or null where it is not under test. */
    public static Scheduler scheduler() {
        Steering steering = current();
        return steering == null ? null : steering.scheduler();
    }

    /** Somebody makes an actor system; a node has one already. */
    public static void makesSystem() {
        refuseToNodes("made an actor system of its own", "use the one that the node's actors are in");
    }

    /** Somebody ends the actor system; a node must not, which stands for a process but is none. */
    public static void terminatesSystem() {
        refuseToNodes(
                "ended the actor system, which it shares with the other nodes under test",
                "stop the node's own actor with getContext().stop(getSelf())");
    }

    private static void refuseToNodes(String what, String remedy) {
        Steering steering = current();
        if (steering != null && steering.slot() != null) {
            throw Current.controller().refuse(what, remedy);
        }
    }

    /** Akka begins to make something for the whole system. */
    public static void beginInfrastructure() {
        Steering steering = current();
        if (steering != null) {
            steering.infrastructure().begin();
        }
    }

    /** It is made. */
    public static void endInfrastructure() {
        Steering steering = current();
        if (steering != null) {
            steering.infrastructure().end();
        }
    }

    /** The next timer is called after this key. */
    public static void timerKey(Object key) {
        Steering steering = current();
        if (steering != null) {
            steering.scheduler().nextName(key);
        }
    }
}
