package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Mutation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives the part of one node to another from some place on, or for a while: the two change parts, or one plays both.
 * Two elections by two nodes may become two of the same.
 */
final class Recast implements Mutation {
    private static final double BOTH = 0.5;
    private static final double FOR_A_WHILE = 0.3;
    private static final double LAST = 0.3;

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        List<String> nodes = current.nodes();
        List<Event> events = new ArrayList<>(current.events());
        if (nodes.size() > 1 && !events.isEmpty()) {
            int one = rng.nextInt(nodes.size());
            int other = (one + 1 + rng.nextInt(nodes.size() - 1)) % nodes.size();
            Map<String, String> parts = rng.chance(BOTH)
                    ? Map.of(nodes.get(one), nodes.get(other))
                    : Map.of(nodes.get(one), nodes.get(other), nodes.get(other), nodes.get(one));
            List<Event> scene = events.subList(rng.nextInt(events.size()), events.size());
            if (rng.chance(FOR_A_WHILE)) {
                scene = scene.subList(0, rng.nextInt(scene.size()) + 1);
            }
            scene.replaceAll(event -> EventShape.boot(event) ? event : EventShape.renamed(event, parts));
        }
        return Candidate.of(current, events, rng.chance(LAST) ? Matching.LAST_OF_KIND : Matching.FIRST_OF_KIND);
    }
}
