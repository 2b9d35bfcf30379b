package dev.heddle.scenarios;

import akka.actor.Props;
import akka.actor.typed.javadsl.Adapter;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A scenario with a bit of everything that could differ from run to run: state machines, questions,
 * stashes, timers, restarts, futures, death watch, selections, typed actors, chance and time.
 */
public final class Torture implements Scenario {
    @Override
    public Definition define(Setup setup) {
        List<String> nodes = new ArrayList<>();
        for (int i = 1; i <= setup.nodes(); i++) {
            nodes.add("n" + i);
        }
        return Definition.of(nodes, Torture::props)
                .commands(new Anything())
                .tolerates(Set.copyOf(Faults.ALL))
                .weight("crash-point", 0.05).weight("exception", 0.05).weight("storage", 0.05).weight("skew", 0.05)
                .view((node, actor) -> f -> f.accept("handled", ((TortureNode) actor).handled()))
                .build();
    }

    private static Props props(NodeContext node) {
        return Props.create(TortureNode.class, () -> new TortureNode(node));
    }

    /** Any text is a command. */
    private static final class Anything implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return "command " + rng.nextInt(10);
        }

        @Override
        public Object message(String text) {
            return text;
        }
    }

    /** A typed child, by the classic actor that is its parent. */
    static Props typed() {
        return Adapter.props(TortureParts::typed);
    }
}
