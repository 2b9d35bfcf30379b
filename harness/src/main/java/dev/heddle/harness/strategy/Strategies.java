package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.function.BiFunction;

/** The fuzzing strategies by name; the first is the default. */
public final class Strategies {
    private static final List<StrategyFactory> ALL = List.of(named(
            "random",
            "a kind of move by weights drawn per execution, then one of its kind uniformly",
            RandomStrategy::new));

    private Strategies() {}

    /** Every strategy, the default one first. */
    public static List<StrategyFactory> all() {
        return ALL;
    }

    /** The names of the moves that can be given a weight. */
    public static List<String> moves() {
        return Moves.names();
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
