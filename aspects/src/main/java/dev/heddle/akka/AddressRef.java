package dev.heddle.akka;

import akka.actor.ActorPath;
import akka.actor.ActorRefProvider;
import akka.actor.InternalActorRef;
import akka.actor.MinimalActorRef;
import akka.dispatch.sysmsg.SystemMessage;
import scala.collection.Iterator;

/** A reference of our own: an address with no cell behind it. */
abstract class AddressRef extends InternalActorRef implements MinimalActorRef {
    private static final long serialVersionUID = 1;

    private final transient ActorRefProvider provider;
    private final transient ActorPath path;

    AddressRef(ActorRefProvider provider, ActorPath path) {
        this.provider = provider;
        this.path = path;
    }

    @Override
    public ActorPath path() {
        return path;
    }

    @Override
    public ActorRefProvider provider() {
        return provider;
    }

    @Override
    public InternalActorRef getParent() {
        return provider.rootGuardian();
    }

    @Override
    public InternalActorRef getChild(Iterator<String> names) {
        return MinimalActorRef.super.getChild(names);
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public void start() {
        // There is nothing to start.
    }

    @Override
    public void suspend() {
        // There is nothing to suspend.
    }

    @Override
    public void resume(Throwable causedByFailure) {
        // There is nothing to resume.
    }

    @Override
    public void restart(Throwable cause) {
        // There is nothing to restart.
    }

    @Override
    public void stop() {
        // There is nothing to stop.
    }

    @Override
    public void sendSystemMessage(SystemMessage message) {
        // There is nobody to tell.
    }
}
