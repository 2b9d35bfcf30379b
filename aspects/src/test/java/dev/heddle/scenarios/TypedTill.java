package dev.heddle.scenarios;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Adapter;
import akka.actor.typed.javadsl.Behaviors;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;
import dev.heddle.harness.random.Rng;
import java.util.List;

/** A typed till that adds up what customers pay, and tells a typed book; only the till is for customers. */
public final class TypedTill implements Scenario {
    /** What a customer pays, and who it is. */
    record Pay(int amount, ActorRef<String> customer) {}

    /** What the book is told. */
    record Entry(int total) {}

    @Override
    public Definition define(Setup setup) {
        return Definition.of(List.of("till", "book"), node -> Adapter.props(() -> Behaviors.setup(context -> {
            int[] total = new int[1];
            return Behaviors.receive(Object.class).onMessage(Pay.class, pay -> {
                total[0] += pay.amount();
                Adapter.<Entry>toTyped(node.node("book")).tell(new Entry(total[0]));
                pay.customer().tell("total " + total[0]);
                return Behaviors.same();
            }).onMessage(Entry.class, entry -> Behaviors.same()).build();
        }))).commands(new Paying()).build();
    }

    private static final class Paying implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return "pay " + (count + 1);
        }

        @Override
        public Object message(String text, akka.actor.ActorRef client) {
            return new Pay(Integer.parseInt(text.substring("pay ".length())), Adapter.toTyped(client));
        }

        @Override
        public boolean addresses(String node) {
            return node.equals("till");
        }

        @Override
        public String probe(int count) {
            return "pay 1";
        }
    }
}
