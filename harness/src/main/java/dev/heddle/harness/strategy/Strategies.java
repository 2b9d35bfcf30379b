package dev.heddle.harness.strategy;

import dev.heddle.harness.order.Orders;
import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** The fuzzing strategies by name; the first is the default. */
public final class Strategies {
    private static final List<StrategyFactory> ALL = listed();

    private Strategies() {}

    /** Every strategy, the default one first. */
    public static List<StrategyFactory> all() {
        return ALL;
    }

    /** The names of the moves that can be given a weight. */
    public static List<String> moves() {
        return Moves.names();
    }

    private static List<StrategyFactory> listed() {
        List<StrategyFactory> all = new ArrayList<>();
        for (Orders.Kind order : Orders.ALL) {
            all.add(named(order.id(), order.summary(),
                    (settings, rng) -> new RandomStrategy(settings, rng, order.inExecution())));
        }
        all.add(named("swarm", "each execution draws one of the orders above", (settings, rng) ->
                new RandomStrategy(settings, rng, Orders.ALL.get(rng.nextInt(Orders.ALL.size())).inExecution())));
        return List.copyOf(all);
    }

    private static StrategyFactory named(
            String id, String summary, BiFunction<FuzzSettings, Rng, Strategy> constructor) {
        return new StrategyFactory() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String summary() {
                return summary;
            }

            @Override
            public Strategy create(FuzzSettings settings, Rng rng) {
                return constructor.apply(settings, rng);
            }
        };
    }
}
