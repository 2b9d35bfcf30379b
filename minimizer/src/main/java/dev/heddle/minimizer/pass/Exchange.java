package dev.heddle.minimizer.pass;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Mutation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A random change of an execution: events that could have happened are put in, others taken out, one moved
 * elsewhere. What it leads to need not be smaller; a descent from there may be.
 */
final class Exchange implements Mutation {
    private static final int MOST = 3;
    /** How often what is put in is a fault, where faults may be. */
    private static final double FAULT = 0.15;

    private final Set<FaultKind> faults;

    /** @param faults the kinds that may be put in */
    Exchange(Set<FaultKind> faults) {
        this.faults = Set.copyOf(faults);
    }

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        List<Event> events = new ArrayList<>(current.events());
        int inserted = rng.nextInt(MOST + 1);
        int removed = rng.nextInt(MOST);
        for (int i = 0; i < inserted; i++) {
            int place = rng.nextInt(current.events().size() + 1);
            List<List<Event>> possible = !faults.isEmpty() && rng.chance(FAULT)
                    ? EventShape.faults(current.nodes(), faults)
                    : pending(current, place);
            if (!possible.isEmpty()) {
                events.addAll(Math.min(place, events.size()), possible.get(rng.nextInt(possible.size())));
            }
        }
        for (int i = 0; i < removed && !events.isEmpty(); i++) {
            events.remove(rng.nextInt(events.size()));
        }
        if ((inserted == 0 || rng.chance(0.3)) && !events.isEmpty()) {
            Event moved = events.remove(rng.nextInt(events.size()));
            events.add(rng.nextInt(events.size() + 1), moved);
        }
        return Candidate.of(current, events, rng.chance(0.3) ? Matching.EQUAL : Matching.FIRST_OF_KIND);
    }

    /** What has been sent, armed or submitted before a place and not handed over by then. */
    private static List<List<Event>> pending(Execution current, int place) {
        Set<Event> pending = new LinkedHashSet<>();
        for (int i = 0; i < place; i++) {
            pending.addAll(current.steps().get(i).born());
            pending.remove(current.events().get(i));
        }
        return pending.stream().map(List::of).toList();
    }
}
