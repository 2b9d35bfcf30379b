package dev.heddle.examples.register;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import dev.heddle.examples.register.Request.Read;
import dev.heddle.examples.register.Request.Write;
import java.util.List;

/** Answers from its own copy at once, and tells the others of writes; as if nobody else did the same meanwhile. */
final class LocalRegister extends AbstractActor implements Replica {
    /** Another node's write. */
    record Written(String value) {}

    private final List<ActorRef> replicas;
    private String value = Request.NOTHING;

    /** @param replicas all nodes, this one included */
    LocalRegister(List<ActorRef> replicas) {
        this.replicas = replicas;
    }

    @Override
    public Copy copy() {
        return new Copy(0, "", value);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Read.class, read -> getSender().tell(value, getSelf()))
                .match(Write.class, write -> {
                    value = write.value();
                    replicas.stream().filter(r -> !r.equals(getSelf()))
                            .forEach(r -> r.tell(new Written(value), getSelf()));
                    getSender().tell(Request.DONE, getSelf());
                })
                .match(Written.class, written -> value = written.value())
                .build();
    }
}
