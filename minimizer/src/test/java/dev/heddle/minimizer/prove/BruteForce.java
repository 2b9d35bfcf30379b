package dev.heddle.minimizer.prove;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;

/** Every execution there is, each run from its beginning: what the exhaustive search must agree with. */
final class BruteForce {
    private final Target target;
    private final RunOptions options;
    private final List<Event> externals;
    private List<Event> shortest;

    /** @param externals what may happen besides boots, each once */
    BruteForce(Target target, RunOptions options, List<Event> externals) {
        this.target = target;
        this.options = options;
        this.externals = externals;
    }

    /** A violating execution of the fewest deliveries, or null where there is none of so many. */
    List<Event> shortest(int deliveries) {
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), options)) {
            for (int most = 1; most <= deliveries && shortest == null; most++) {
                extend(coordinator, new ArrayList<>(), most);
            }
        }
        return shortest;
    }

    private void extend(Coordinator coordinator, List<Event> events, int left) {
        Follow follow = new Follow(events);
        Outcome outcome = coordinator.run(1, follow, StepListener.NONE);
        if (outcome instanceof Outcome.Violated) {
            shortest = List.copyOf(events);
            return;
        }
        for (Event event : follow.possible) {
            int cost = event instanceof Event.Delivery ? 1 : 0;
            if (cost <= left && shortest == null) {
                events.add(event);
                extend(coordinator, events, left - cost);
                events.remove(events.size() - 1);
            }
        }
    }

    private final class Follow implements Strategy {
        private final List<Event> events;
        private final List<Event> possible = new ArrayList<>();
        private int next;

        Follow(List<Event> events) {
            this.events = events;
        }

        @Override
        public Action choose(World world) {
            if (next < events.size()) {
                return Match.EXACT.find(events.get(next++), world);
            }
            for (Node node : world.nodes()) {
                if (!node.up()) {
                    possible.add(new Boot(node.name()));
                }
            }
            List<Event> left = new ArrayList<>(externals);
            events.forEach(left::remove);
            left.stream().distinct().filter(e -> Match.EXACT.find(e, world) != null).forEach(possible::add);
            for (int c = 0; c < world.channelCount(); c++) {
                Channel channel = world.channel(c);
                for (int i = 0; i < channel.choices(); i++) {
                    possible.add(channel.get(i).toEvent());
                }
            }
            for (int i = 0; i < world.timerCount(); i++) {
                possible.add(world.timer(i).toEvent());
            }
            return null;
        }
    }
}
