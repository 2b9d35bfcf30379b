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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Takes a node out of the cluster, or two, with all that concerns them; the last ones get their names. Two
 * at once, since what a cluster of four shows, and one of two, one of three need not.
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
        int count = current.nodes().size();
        List<Candidate> candidates = new ArrayList<>();
        for (int i = count - 1; i >= 0 && count > 1; i--) {
            candidates.addAll(without(current, Set.of(i)));
        }
        for (int i = count - 1; i >= 0 && count > 2; i--) {
            for (int j = i - 1; j >= 0; j--) {
                candidates.addAll(without(current, Set.of(i, j)));
            }
        }
        return candidates;
    }

    private static List<Candidate> without(Execution current, Set<Integer> removed) {
        List<String> nodes = current.nodes();
        int left = nodes.size() - removed.size();
        Header smaller = current.schedule().header().withNodes(left);
        Map<String, String> names = new HashMap<>();
        int mover = left;
        for (int free = 0; free < left; free++) {
            if (removed.contains(free)) {
                while (removed.contains(mover)) {
                    mover++;
                }
                names.put(nodes.get(mover++), nodes.get(free));
            }
        }
        List<Event> events = current.events();
        for (int i : removed) {
            events = events.stream()
                    .map(e -> EventShape.withoutNode(e, nodes.get(i)))
                    .filter(Objects::nonNull)
                    .toList();
        }
        Schedule schedule = new Schedule(smaller, names.isEmpty()
                ? events
                : events.stream().map(e -> EventShape.renamed(e, names)).toList());
        return Matching.SELECTIVE.stream().map(m -> new Candidate(schedule, m)).toList();
    }
}
