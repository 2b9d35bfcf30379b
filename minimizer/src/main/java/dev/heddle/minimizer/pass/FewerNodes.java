package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Takes a node out of the cluster, with all that concerns it: the last one, after another has been given
 * its name.
 */
final class FewerNodes implements Pass {
    @Override
    public String name() {
        return "fewer nodes";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Queue(current, FewerNodes::candidates);
    }

    private static List<Candidate> candidates(Execution current) {
        Header header = current.schedule().header();
        List<String> nodes = current.nodes();
        List<Candidate> candidates = new ArrayList<>();
        if (nodes.size() < 2) {
            return candidates;
        }
        Header smaller = header.withNodes(header.nodes() - 1);
        String last = nodes.get(nodes.size() - 1);
        for (int i = nodes.size() - 1; i >= 0; i--) {
            String removed = nodes.get(i);
            Map<String, String> names = removed.equals(last) ? Map.of() : Map.of(last, removed);
            List<Event> left = current.events().stream()
                    .map(e -> EventShape.withoutNode(e, removed))
                    .filter(Objects::nonNull)
                    .map(e -> names.isEmpty() ? e : EventShape.renamed(e, names))
                    .toList();
            for (Matching matching : Matching.values()) {
                candidates.add(new Candidate(new Schedule(smaller, left), matching));
            }
        }
        return candidates;
    }
}
