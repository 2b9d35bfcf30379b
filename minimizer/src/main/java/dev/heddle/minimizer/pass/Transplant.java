package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Mutation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Moves a few neighbouring events elsewhere, or an event with all that came of it; now and then takes them away. */
final class Transplant implements Mutation {
    private static final int FEWEST = 2;
    private static final int MOST = 5;
    private static final double CAUSAL = 0.5;
    private static final double BACK = 0.8;
    private static final double LAST = 0.3;

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        BitSet group = group(current, rng);
        List<Event> events = new ArrayList<>(EventShape.without(current.events(), group));
        if (rng.chance(BACK)) {
            List<Event> moved = group.stream().mapToObj(current.events()::get).toList();
            events.addAll(rng.nextInt(events.size() + 1), moved);
        }
        return Candidate.of(current, events, rng.chance(LAST) ? Matching.LAST_OF_KIND : Matching.FIRST_OF_KIND);
    }

    private static BitSet group(Execution current, Rng rng) {
        BitSet group = new BitSet();
        int size = current.events().size();
        if (size > 0) {
            int first = rng.nextInt(size);
            if (rng.chance(CAUSAL)) {
                return new Causality(current).offspring(first);
            }
            group.set(first, Math.min(size, first + FEWEST + rng.nextInt(MOST - FEWEST + 1)));
        }
        return group;
    }
}
