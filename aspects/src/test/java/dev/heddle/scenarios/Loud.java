package dev.heddle.scenarios;

import akka.actor.AbstractActor;
import akka.actor.Props;
import dev.heddle.api.NodeContext;
import java.time.Duration;

/** An actor that makes as much noise as it can when it ends. */
final class Loud extends AbstractActor {
    private final NodeContext node;

    private Loud(NodeContext node) {
        this.node = node;
    }

    static Props props(NodeContext node) {
        return Props.create(Loud.class, () -> new Loud(node));
    }

    @Override
    public Receive createReceive() {
        return emptyBehavior();
    }

    @Override
    public void postStop() {
        node.disk().write("noise");
        node.disk().sync();
        node.node("n2").tell("noise", getSelf());
        getContext().getParent().tell("noise", getSelf());
        getContext().getSystem().scheduler().scheduleOnce(
                Duration.ofMillis(1), getSelf(), "noise", getContext().getDispatcher(), getSelf());
        getContext().getDispatcher().execute(() -> node.node("n2").tell("noise", getSelf()));
        throw new IllegalStateException("noise");
    }
}
