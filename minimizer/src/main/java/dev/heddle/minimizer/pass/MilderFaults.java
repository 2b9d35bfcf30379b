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
 * Puts something milder in the place of a fault: a reset for a partition that ends again, a plain delivery for
 * one in which a node crashes.
 */
final class MilderFaults implements Pass {
    @Override
    public String name() {
        return "milder faults";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Sweep(current, order, e -> e.events().size(), MilderFaults::candidates);
    }

    private static List<Candidate> candidates(Execution current, int place) {
        List<Event> events = current.events();
        List<Candidate> candidates = new ArrayList<>();
        for (Event milder : EventShape.milder(events.get(place))) {
            List<Event> changed = new ArrayList<>(events);
            changed.set(place, milder);
            candidates.add(Candidate.of(current, changed, Matching.EQUAL));
            for (int later = place + 1; later < events.size(); later++) {
                if (EventShape.pair(events.get(place), events.get(later))) {
                    List<Event> shorter = new ArrayList<>(changed);
                    shorter.remove(later);
                    candidates.add(Candidate.of(current, shorter, Matching.EQUAL));
                    break;
                }
            }
        }
        return candidates;
    }
}
