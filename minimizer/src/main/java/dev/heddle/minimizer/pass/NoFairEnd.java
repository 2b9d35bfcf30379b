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

/** Makes choices of what came by itself at a fair end, so that other passes can remove it. */
final class NoFairEnd implements Pass {
    @Override
    public String name() {
        return "no fair end";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Queue(current, NoFairEnd::candidates);
    }

    private static List<Candidate> candidates(Execution current) {
        int place = EventShape.fairEnd(current.events());
        if (place < 0) {
            return List.of();
        }
        List<Event> without = new ArrayList<>(current.events().subList(0, place));
        List<Event> healed = new ArrayList<>(without);
        healed.add(EventShape.healing());
        without.addAll(current.aftermath());
        healed.addAll(current.aftermath());
        return List.of(
                Candidate.of(current, without, Matching.EQUAL), Candidate.of(current, healed, Matching.EQUAL));
    }
}
