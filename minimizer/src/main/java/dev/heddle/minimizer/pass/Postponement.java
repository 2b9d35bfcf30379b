package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Mutation;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Lets a few events, or all, wait for as long as nothing needs them: each goes right before the first that does, or
 * before the fair end. A node that boots later has missed more.
 */
final class Postponement implements Mutation {
    private static final int MOST = 4;
    private static final double ALL = 0.2;

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        int size = current.events().size();
        List<Integer> order = IntStream.range(0, size).boxed().collect(Collectors.toList());
        Causality causality = new Causality(current);
        int end = EventShape.fairEnd(current.events());
        if (rng.chance(ALL)) {
            for (int place = size - 1; place >= 0; place--) {
                postpone(place, end, order, causality);
            }
        } else {
            for (int left = 1 + rng.nextInt(MOST); left > 0 && size > 0; left--) {
                postpone(rng.nextInt(size), end, order, causality);
            }
        }
        return Candidate.of(current, order.stream().map(current.events()::get).toList(), Matching.EQUAL);
    }

    private static void postpone(Integer place, int end, List<Integer> order, Causality causality) {
        List<Integer> needing = causality.needing(place);
        if (place == end) {
            return;
        }
        order.remove(place);
        int first = end < 0 ? order.size() : order.indexOf(end);
        for (Integer event : needing) {
            first = Math.min(first, order.indexOf(event));
        }
        order.add(first, place);
    }
}
