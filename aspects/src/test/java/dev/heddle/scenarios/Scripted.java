package dev.heddle.scenarios;

import akka.actor.AbstractActorWithStash;
import akka.actor.ActorRef;
import akka.actor.Props;
import java.util.function.BiConsumer;

/** An actor of one function; a text that begins with {@code throw} makes it fail. */
public final class Scripted extends AbstractActorWithStash {
    private final BiConsumer<Scripted, Object> body;
    /** Whatever the function keeps between messages. */
    int count;
    ActorRef asker;
    Object kept;

    Scripted(BiConsumer<Scripted, Object> body) {
        this.body = body;
    }

    static Props props(BiConsumer<Scripted, Object> body) {
        return Props.create(Scripted.class, () -> new Scripted(body));
    }

    @Override
    public void preStart() {
        body.accept(this, "start");
    }

    @Override
    public void postRestart(Throwable reason) {
        body.accept(this, "restarted");
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().matchAny(this::handle).build();
    }

    private void handle(Object message) {
        if (message instanceof String text && text.startsWith("throw")) {
            throw new IllegalStateException(text);
        }
        body.accept(this, message);
    }
}
