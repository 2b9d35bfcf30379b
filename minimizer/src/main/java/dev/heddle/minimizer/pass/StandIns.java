package dev.heddle.minimizer.pass;

import dev.heddle.harness.fault.FaultKind;
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
import java.util.Set;

/**
 * Puts in one fault, anywhere: what it makes impossible does not happen any more, and one reset may stand for all
 * that was delivered only to get it out of the way.
 */
final class StandIns implements Pass {
    private final Set<FaultKind> faults;

    /** @param faults the kinds that may be put in */
    StandIns(Set<FaultKind> faults) {
        this.faults = Set.copyOf(faults);
    }

    @Override
    public String name() {
        return "faults put in";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Sweep(current, order, e -> e.events().size(), this::candidates);
    }

    private List<Candidate> candidates(Execution current, int place) {
        List<Candidate> candidates = new ArrayList<>();
        for (List<Event> fault : EventShape.faults(current.nodes(), faults)) {
            List<Event> events = new ArrayList<>(current.events());
            events.addAll(place, fault);
            candidates.add(Candidate.of(current, events, Matching.EQUAL));
        }
        return candidates;
    }
}
