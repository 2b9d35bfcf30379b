package dev.heddle.canary;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;
import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.function.Supplier;

/** Two nodes; at each command one misbehaves in some way and tells the other what came of it. */
abstract class Canary implements Scenario {
    private final Supplier<Object> misbehaviour;

    Canary(Supplier<Object> misbehaviour) {
        this.misbehaviour = misbehaviour;
    }

    @Override
    public final Definition define(Setup setup) {
        return Definition.of(List.of("a", "b"), node -> Props.create(
                        Teller.class, () -> new Teller(node.node(node.name().equals("a") ? "b" : "a"), misbehaviour)))
                .commands(new Commands() {
                    @Override
                    public String next(int count, Rng rng) {
                        return "go";
                    }

                    @Override
                    public Object message(String text) {
                        return text;
                    }
                })
                .build();
    }

    private static final class Teller extends AbstractActor {
        private final ActorRef peer;
        private final Supplier<Object> misbehaviour;

        private Teller(ActorRef peer, Supplier<Object> misbehaviour) {
            this.peer = peer;
            this.misbehaviour = misbehaviour;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .matchEquals("go", go -> peer.tell("got " + misbehaviour.get(), getSelf()))
                    .matchAny(told -> {})
                    .build();
        }
    }
}
