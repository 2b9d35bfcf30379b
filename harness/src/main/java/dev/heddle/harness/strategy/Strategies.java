package dev.heddle.harness.strategy;

import dev.heddle.harness.order.Orders;
import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

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
                    (settings, rng) -> new RandomStrategy(settings, rng, order)));
        }
        all.add(named("swarm", "each execution draws one of the orders above", (settings, rng) ->
                new RandomStrategy(settings, rng, Orders.ALL.get(rng.nextInt(Orders.ALL.size())))));
        all.add(learning("feedback", "goes on from what reached new abstract states, in changed ways; else random",
                () -> new Exploration(List.of(Orders.ALL.get(0)))));
        all.add(learning("portfolio", "all orders and feedback, each as often as it reaches new abstract states",
                () -> new Exploration(Orders.ALL)));
        return List.copyOf(all);
    }

    private static StrategyFactory named(
            String id, String summary, BiFunction<FuzzSettings, Rng, Strategy> constructor) {
        return learning(id, summary, () -> constructor::apply);
    }

    private static StrategyFactory learning(String id, String summary, Supplier<Search> searches) {
        return new Named(id, summary, searches);
    }

    private record Named(String id, String summary, Supplier<Search> searches) implements StrategyFactory {
        @Override
        public Strategy create(FuzzSettings settings, Rng rng) {
            return search().strategy(settings, rng);
        }

        @Override
        public Search search() {
            return searches.get();
        }
    }
}
