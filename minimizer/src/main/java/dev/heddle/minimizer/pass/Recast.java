package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Mutation;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gives the part of one node to another from some place on, or for a while: the two change parts, or one plays both.
 * Two elections by two nodes may become two of the same.
 *
 * <p>As a mutation it draws which; as a pass it tries all that last to the end.
 */
final class Recast implements Mutation, Pass {
    private static final double BOTH = 0.5;
    private static final double FOR_A_WHILE = 0.3;
    private static final double LAST = 0.3;

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        List<String> nodes = current.nodes();
        int size = current.events().size();
        Matching matching = rng.chance(LAST) ? Matching.LAST_OF_KIND : Matching.FIRST_OF_KIND;
        if (nodes.size() < 2 || size == 0) {
            return Candidate.of(current, current.events(), matching);
        }
        int one = rng.nextInt(nodes.size());
        int other = (one + 1 + rng.nextInt(nodes.size() - 1)) % nodes.size();
        Map<String, String> parts = rng.chance(BOTH)
                ? oneForBoth(nodes.get(one), nodes.get(other)) : exchanged(nodes.get(one), nodes.get(other));
        int from = rng.nextInt(size);
        int to = rng.chance(FOR_A_WHILE) ? from + rng.nextInt(size - from) + 1 : size;
        return recast(current, from, to, parts, matching);
    }

    @Override
    public String name() {
        return "parts given to others";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Sweep(current, order, e -> e.events().size(), Recast::candidates);
    }

    private static List<Candidate> candidates(Execution current, int place) {
        List<Candidate> candidates = new ArrayList<>();
        int size = current.events().size();
        for (String one : current.nodes()) {
            for (String other : current.nodes()) {
                if (!one.equals(other)) {
                    candidates.add(recast(current, place, size, oneForBoth(one, other), Matching.FIRST_OF_KIND));
                }
                if (one.compareTo(other) < 0) {
                    candidates.add(recast(current, place, size, exchanged(one, other), Matching.FIRST_OF_KIND));
                }
            }
        }
        return candidates;
    }

    private static Map<String, String> oneForBoth(String replaced, String by) {
        return Map.of(replaced, by);
    }

    private static Map<String, String> exchanged(String one, String other) {
        return Map.of(one, other, other, one);
    }

    private static Candidate recast(
            Execution current, int from, int to, Map<String, String> parts, Matching matching) {
        List<Event> events = new ArrayList<>(current.events());
        events.subList(from, to)
                .replaceAll(event -> EventShape.boot(event) ? event : EventShape.renamed(event, parts));
        return Candidate.of(current, events, matching);
    }
}
