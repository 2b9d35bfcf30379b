package dev.heddle.cli.bench;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.Props;
import java.util.function.Supplier;

/** Passes every token on to the next actor of a ring: the trivial actor of the benchmarks. */
final class RingActor extends AbstractActor {
    private final Supplier<ActorRef> neighbour;
    private final long[] delivered;
    private ActorRef next;

    /** What goes round. */
    private enum Token {
        TOKEN
    }

    private RingActor(Supplier<ActorRef> neighbour, long[] delivered) {
        this.neighbour = neighbour;
        this.delivered = delivered;
    }

    /** @param delivered its first element counts the deliveries of the whole ring */
    static Props props(Supplier<ActorRef> neighbour, long[] delivered) {
        return Props.create(RingActor.class, () -> new RingActor(neighbour, delivered));
    }

    /** Each actor brings a token; to itself first, as its neighbour may not be there yet. */
    @Override
    public void preStart() {
        getSelf().tell(Token.TOKEN, getSelf());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().match(Token.class, this::pass).build();
    }

    private void pass(Token token) {
        if (next == null) {
            next = neighbour.get();
        }
        delivered[0]++;
        next.tell(token, getSelf());
    }
}
