package dev.heddle.examples.register;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import dev.heddle.examples.register.Request.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Has every request put in order by the first node, which tells all; a node answers its clients when their
 * requests come round to it. It trusts that whatever is sent arrives, in order.
 */
final class SequencedRegister extends AbstractActor implements Replica {
    /** To the first node: a client of the sender wants this. */
    record Submit(int ticket, Request request) {}

    /** To all: this is next. */
    record Perform(ActorRef origin, int ticket, Request request) {}

    private final List<ActorRef> replicas;
    private final Map<Integer, ActorRef> clients = new HashMap<>();
    private int tickets;
    private String value = Request.NOTHING;

    /** @param replicas all nodes, this one included; the first one puts requests in order */
    SequencedRegister(List<ActorRef> replicas) {
        this.replicas = replicas;
    }

    @Override
    public Copy copy() {
        return new Copy(0, "", value);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Request.class, request -> {
                    clients.put(++tickets, getSender());
                    replicas.get(0).tell(new Submit(tickets, request), getSelf());
                })
                .match(Submit.class, submit -> replicas.forEach(r ->
                        r.tell(new Perform(getSender(), submit.ticket(), submit.request()), getSelf())))
                .match(Perform.class, this::perform)
                .build();
    }

    private void perform(Perform next) {
        String answer = value;
        if (next.request() instanceof Write write) {
            value = write.value();
            answer = Request.DONE;
        }
        ActorRef client = next.origin().equals(getSelf()) ? clients.remove(next.ticket()) : null;
        if (client != null) {
            client.tell(answer, getSelf());
        }
    }
}
