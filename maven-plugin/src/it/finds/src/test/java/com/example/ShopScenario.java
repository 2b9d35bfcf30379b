package com.example;

import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.function.BiConsumer;

/** A shop and its warehouse; clients buy. */
public class ShopScenario implements Scenario {
    /** What is to be seen of the warehouse. */
    record Stock(int left) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("left", left);
        }
    }

    @Override
    public Definition define(Setup setup) {
        return Definition.of(List.of("shop", "warehouse"), node -> node.name().equals("shop")
                        ? Props.create(Shop.class, () -> new Shop(node.node("warehouse")))
                        : Props.create(Warehouse.class, Warehouse::new))
                .commands(new Buyers())
                .view((node, actor) -> actor instanceof Warehouse warehouse ? new Stock(warehouse.left()) : null)
                .invariants(List.of(new NothingOversold()))
                .build();
    }

    /** What clients send. */
    static class Buyers implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return "buy";
        }

        @Override
        public Object message(String text) {
            return text;
        }
    }

    /** What must hold after every step. */
    static class NothingOversold implements Invariant {
        @Override
        public String id() {
            return "nothing-oversold";
        }

        @Override
        public Monitor newMonitor() {
            return (cluster, acted) -> acted >= 0 && cluster.view(acted) instanceof Stock stock && stock.left() < 0
                    ? Violation.of(id(), List.of(cluster.name(acted)), stock.left() + " are left")
                    : null;
        }
    }
}
