package dev.heddle.canary;

import akka.actor.AbstractActor;
import akka.actor.Actor;
import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.ScenarioOption;
import dev.heddle.api.Setup;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.Set;

/** Two nodes that answer; the option {@code in} names the parts of the scenario that throw, by comma. */
public final class Hooked implements Scenario {
    private String in = "";

    @Override
    public Definition define(Setup setup) {
        in = setup.options().getOrDefault("in", "");
        trip("define");
        return Definition.of(List.of("a", "b"), this::props)
                .views(node -> {
                    trip("views");
                    return this::view;
                })
                .messageText(message -> {
                    trip("messageText");
                    return String.valueOf(message);
                })
                .invariants(List.of(new Looks()))
                .commands(new Told())
                .config(in.equals("system") ? "akka.actor.provider = no.such.Provider" : "")
                .build();
    }

    @Override
    public List<ScenarioOption> options() {
        return List.of(new ScenarioOption("in", "HOOK,...", "what throws (default: nothing)"));
    }

    private void trip(String place) {
        if (Set.of(in.split(",")).contains(place)) {
            throw new IllegalStateException("tripped over " + place);
        }
    }

    private Props props(NodeContext node) {
        trip("props");
        return in.equals("null-props") ? null : Props.create(Answering.class, () -> new Answering(in));
    }

    private NodeView view(NodeContext node, Actor actor) {
        trip("view");
        return field -> field.accept("name", node.name());
    }

    private final class Told implements Commands {
        @Override
        public String next(int count, Rng rng) {
            trip("next");
            return "go";
        }

        @Override
        public Object message(String text) {
            trip("message");
            return text;
        }

        @Override
        public String response(Object message) {
            trip("response");
            return String.valueOf(message);
        }
    }

    /** Looks at the state and finds nothing wrong with it. */
    private final class Looks implements Invariant {
        @Override
        public String id() {
            return "looks";
        }

        @Override
        public Monitor newMonitor() {
            trip("newMonitor");
            return (cluster, acted) -> {
                trip("afterStep");
                if (acted >= 0) {
                    cluster.view(acted);
                }
                return null;
            };
        }
    }

    private static final class Answering extends AbstractActor {
        private final String in;

        private Answering(String in) {
            this.in = in;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder().matchAny(message -> {
                getSelf().tell("note", getSelf());
                getSender().tell("done", getSelf());
                if (in.startsWith("stack") && message.equals("note")) {
                    getSender().tell(deeper(0), getSelf());
                } else if (in.equals("memory")) {
                    throw new OutOfMemoryError("Java heap space");
                }
            }).build();
        }

        private static int deeper(int depth) {
            return 1 + deeper(depth + 1);
        }
    }
}
