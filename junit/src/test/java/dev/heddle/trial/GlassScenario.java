package dev.heddle.trial;

import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.ScenarioOption;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** One glass, and clients that pour. */
public final class GlassScenario implements Scenario {
    static final String SPILLS = "spills";
    static final String HANGS = "hangs";
    static final String THROWS = "throws";
    private static final String HURRIES = "hurries";
    private static final String CARELESS = "careless";

    private record GlassView(int drops) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("drops", drops);
        }
    }

    @Override
    public Definition define(Setup setup) {
        if (setup.bugs().contains(THROWS)) {
            throw new IllegalStateException("there is no water");
        }
        return Definition.of(List.of("glass"), node -> Props.create(Glass.class, () -> new Glass(defects(setup))))
                .commands(new Pours())
                .view((node, actor) -> new GlassView(((Glass) actor).drops()))
                .invariants(List.of(new NeverSpills()))
                .build();
    }

    /** Haste does harm to the careless only. */
    private static List<String> defects(Setup setup) {
        boolean spills = setup.bugs().contains(HURRIES) && setup.options().containsKey(CARELESS);
        return spills ? List.of(SPILLS) : setup.bugs();
    }

    @Override
    public List<ScenarioOption> options() {
        return List.of(new ScenarioOption(CARELESS, "", "nobody looks whether the glass is full"));
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(new SeededBug(SPILLS, "more is taken than the glass holds"),
                new SeededBug(HANGS, "pouring never ends"),
                new SeededBug(THROWS, "the scenario cannot be defined"),
                new SeededBug(HURRIES, "the careless take too much", new TreeMap<>(Map.of(CARELESS, "")), List.of()));
    }

    private static final class Pours implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return "pour";
        }

        @Override
        public Object message(String text) {
            return text;
        }
    }

    private static final class NeverSpills implements Invariant {
        @Override
        public String id() {
            return "never-spills";
        }

        @Override
        public Monitor newMonitor() {
            return (cluster, acted) -> acted >= 0 && cluster.view(acted) instanceof GlassView glass
                            && glass.drops() > Glass.HOLDS
                    ? Violation.of(id(), List.of(cluster.name(acted)), "it holds " + Glass.HOLDS + ", and there are "
                            + glass.drops() + " drops")
                    : null;
        }
    }
}
