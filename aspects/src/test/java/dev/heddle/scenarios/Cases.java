package dev.heddle.scenarios;

import akka.actor.Actor;
import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Scenarios by name, of which the option {@code case} chooses one; commands are texts, sent as they are. */
abstract class Cases implements Scenario {
    private final Map<String, Function<NodeContext, Props>> cases = new LinkedHashMap<>();

    /** Adds a case whose nodes are actors of one function. */
    void add(String name, Function<NodeContext, BiConsumer<Scripted, Object>> body) {
        addProps(name, node -> Scripted.props(body.apply(node)));
    }

    /** Adds a case by the props of its nodes. */
    void addProps(String name, Function<NodeContext, Props> props) {
        cases.put(name, props);
    }

    /** How a case writes its messages, or null where they write themselves. */
    Function<Object, String> written(String caseName) {
        return null;
    }

    @Override
    public Definition define(Setup setup) {
        Function<NodeContext, Props> props = cases.get(setup.options().get("case"));
        if (props == null) {
            throw new IllegalArgumentException("no such case; there are " + cases.keySet());
        }
        List<String> nodes = new ArrayList<>();
        for (int i = 1; i <= setup.nodes(); i++) {
            nodes.add("n" + i);
        }
        return Definition.of(nodes, props)
                .commands(new Texts())
                .messageText(written(setup.options().get("case")))
                .tolerates(Faults.of(setup.network()))
                .config("prio { mailbox-type = \"" + Messages.Prio.class.getName() + "\" }")
                .view((node, actor) -> f -> f.accept("path", path(actor)))
                .build();
    }

    private static String path(Actor actor) {
        return actor.self().path().name();
    }

    /** What an actor of one function does; {@code props} for a child of one. */
    static Props child(BiConsumer<Scripted, Object> body) {
        return Scripted.props(body);
    }

    static void reply(Scripted me, Object answer) {
        me.getSender().tell(answer, me.getSelf());
    }

    static ActorRef none() {
        return ActorRef.noSender();
    }

    private static final class Texts implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return count < 3 ? "go" : null;
        }

        @Override
        public Object message(String text) {
            return text;
        }
    }
}
