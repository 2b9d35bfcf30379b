package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes single events, and the two of a fault with its end together. An execution on which a whole sweep
 * of it was rejected is 1-minimal.
 */
final class Singles implements Pass {
    @Override
    public String name() {
        return "single events";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Sweep(current, order, e -> e.events().size(), Singles::candidates);
    }

    private static List<Candidate> candidates(Execution current, int place) {
        List<Candidate> candidates =
                new ArrayList<>(Removal.of(current, Removal.places(place), Matching.SELECTIVE));
        List<Event> events = current.events();
        for (int later = place + 1; later < events.size(); later++) {
            if (EventShape.pair(events.get(place), events.get(later))) {
                candidates.addAll(Removal.of(current, Removal.places(place, later), Matching.EQUAL));
            }
        }
        return candidates;
    }
}
