package dev.heddle.examples.detector;

import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.ScenarioOption;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nodes that watch each other by heartbeats: in the end nobody who is alive may be suspected. */
public final class DetectorScenario implements Scenario {
    static final String PATIENCE = "patience";
    static final String LEARNING = "learning";
    static final Duration INTERVAL = Duration.ofSeconds(1);
    static final Duration TIMEOUT = Duration.ofSeconds(2);

    private static final String FIXED = "fixed";
    private static final SeededBug GRUDGE =
            new SeededBug("grudge", "who was suspected once is never trusted again, alive or not");
    /** Five heartbeats of everybody. */
    private static final Duration SETTLES = Duration.ofSeconds(5);

    /** What is to be seen of a detector. */
    record DetectorView(Detector detector) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("suspects", detector.suspects());
            field.accept("mistakes", detector.mistakes());
        }
    }

    @Override
    public Definition define(Setup setup) {
        Patience patience = patience(setup.options().getOrDefault(PATIENCE, FIXED));
        boolean grudge = setup.bugs().contains(GRUDGE.id());
        return Definition.of(IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "n" + i).toList(),
                        node -> detector(node, patience, grudge))
                .view((node, actor) -> actor instanceof Detector detector ? new DetectorView(detector) : null)
                .invariants(List.of(new EventualAccuracy()))
                .settles(SETTLES)
                .timing(Timing.ORDERED)
                .tolerates(Faults.of(setup.network()))
                .build();
    }

    private static Props detector(NodeContext node, Patience patience, boolean grudge) {
        Map<String, ActorRef> peers = node.nodes().stream()
                .filter(name -> !name.equals(node.name()))
                .collect(Collectors.toMap(Function.identity(), node::node));
        return grudge
                ? Props.create(Grudge.class, () -> new Grudge(node.name(), peers, INTERVAL, patience))
                : Props.create(Detector.class, () -> new Detector(node.name(), peers, INTERVAL, patience));
    }

    private static Patience patience(String kind) {
        return switch (kind) {
            case FIXED -> Patience.fixed(TIMEOUT);
            case LEARNING -> Patience.learning(TIMEOUT);
            default -> throw new IllegalArgumentException(
                    "failure-detector's option patience is fixed or learning, not '" + kind + "'");
        };
    }

    @Override
    public List<ScenarioOption> options() {
        return List.of(new ScenarioOption(PATIENCE, FIXED + "|" + LEARNING,
                "how long a heartbeat is waited for: always the same, or longer after each mistake; fixed"));
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(GRUDGE);
    }
}
