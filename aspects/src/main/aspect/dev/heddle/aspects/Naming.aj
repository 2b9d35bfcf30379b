package dev.heddle.aspects;

import akka.actor.ActorCell;
import akka.actor.ActorPath;
import akka.actor.ActorRef;
import akka.actor.ActorSystemImpl;
import akka.actor.LocalActorRefProvider;
import dev.heddle.akka.Advice;

/** The uids and names that Akka makes up. */
public aspect Naming {
    int around() : execution(int akka.actor.ActorCell*.newUid()) {
        return Advice.named() ? Advice.uid() : proceed();
    }

    String around(ActorCell parent) : execution(String ActorCell.randomName()) && this(parent) {
        return Advice.namesTopLevel(parent) ? Advice.topLevelName() : proceed(parent);
    }

    ActorPath around() : execution(ActorPath LocalActorRefProvider.tempPath(..)) {
        return Advice.question(proceed());
    }

    after() returning(ActorRef actor) : execution(ActorRef ActorSystemImpl.actorOf(..)) {
        Advice.created(actor);
    }
}
