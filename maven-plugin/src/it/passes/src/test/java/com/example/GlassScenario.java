package com.example;

import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.function.BiConsumer;

/** One glass, and clients that pour. */
public final class GlassScenario implements Scenario, Commands, Invariant {
    record GlassView(int drops) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("drops", drops);
        }
    }

    @Override
    public Definition define(Setup setup) {
        boolean spills = setup.bugs().contains("spills");
        return Definition.of(List.of("glass"), node -> Props.create(Glass.class, () -> new Glass(spills)))
                .commands(this)
                .view((node, actor) -> new GlassView(((Glass) actor).drops()))
                .invariants(List.of(this))
                .build();
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(new SeededBug("spills", "more is taken than the glass holds"));
    }

    @Override
    public String next(int count, Rng rng) {
        return "pour";
    }

    @Override
    public Object message(String text) {
        return text;
    }

    @Override
    public String id() {
        return "never-spills";
    }

    @Override
    public Monitor newMonitor() {
        return (cluster, acted) -> acted >= 0 && cluster.view(acted) instanceof GlassView glass && glass.drops() > 3
                ? Violation.of(id(), List.of(cluster.name(acted)), "there are " + glass.drops() + " drops")
                : null;
    }
}
