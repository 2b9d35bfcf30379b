package dev.heddle.akka;

import akka.actor.ActorPath;
import akka.actor.ActorRef;
import akka.actor.ActorRefProvider;
import akka.actor.InternalActorRef;
import akka.actor.Nobody$;
import akka.dispatch.sysmsg.DeathWatchNotification;
import akka.dispatch.sysmsg.SystemMessage;
import akka.dispatch.sysmsg.Watch;
import scala.collection.Iterator;

/**
 * The address of a node, equal to what the actor of each of its incarnations calls itself: path and
 * uid are the same.
 */
final class NodeRef extends AddressRef {
    private static final long serialVersionUID = 1;

    private final transient Steering steering;
    private transient NodeSlot slot;

    NodeRef(Steering steering, ActorRefProvider provider, ActorPath path) {
        super(provider, path);
        this.steering = steering;
    }

    NodeSlot slot() {
        return slot;
    }

    void slot(NodeSlot own) {
        slot = own;
    }

    @Override
    public void $bang(Object message, ActorRef sender) {
        steering.send(slot, message, sender);
    }

    @Override
    public void sendSystemMessage(SystemMessage message) {
        CellState top = slot.top();
        if (top != null) {
            top.cell.sendSystemMessage(message);
        } else if (slot.node().incarnation() == 0) {
            slot.watchLater(message);
        } else if (message instanceof Watch watch) {
            InternalActorRef watcher = watch.watcher();
            watcher.sendSystemMessage(new DeathWatchNotification(watch.watchee(), false, false));
        }
    }

    @Override
    public void stop() {
        CellState top = slot.top();
        if (top != null) {
            top.cell.self().stop();
        }
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public InternalActorRef getChild(Iterator<String> names) {
        CellState top = slot.top();
        if (names.isEmpty()) {
            return this;
        }
        return top == null ? Nobody$.MODULE$ : top.cell.self().getChild(names);
    }
}
