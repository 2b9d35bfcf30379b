package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import dev.heddle.minimizer.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Moves events next to others of the same node, and commands to where they arrive, so that the reader changes
 * nodes less often.
 */
final class Switches implements Pass {
    @Override
    public String name() {
        return "order";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Sweep(current, null, e -> e.events().size(), Switches::candidates);
    }

    private static List<Candidate> candidates(Execution current, int place) {
        List<Candidate> candidates = new ArrayList<>();
        List<Step> steps = current.steps();
        String node = steps.get(place).node();
        if (node == null) {
            int effect = effect(steps, place);
            return effect > place + 1 ? List.of(moved(current, place, effect - 1)) : candidates;
        }
        int earlier = place - 1;
        while (earlier >= 0 && !Objects.equals(steps.get(earlier).node(), node)) {
            earlier--;
        }
        int later = place + 1;
        while (later < steps.size() && !Objects.equals(steps.get(later).node(), node)) {
            later++;
        }
        if (earlier >= 0 && earlier < place - 1) {
            candidates.add(moved(current, place, earlier + 1));
        }
        if (later < steps.size() && later > place + 1) {
            candidates.add(moved(current, place, later - 1));
        }
        return candidates;
    }

    /** The first event that hands over what this one gave birth to, or -1. */
    private static int effect(List<Step> steps, int place) {
        for (int i = place + 1; i < steps.size(); i++) {
            if (steps.get(i).cause() == place) {
                return i;
            }
        }
        return -1;
    }

    private static Candidate moved(Execution current, int from, int to) {
        List<Event> events = new ArrayList<>(current.events());
        events.add(to, events.remove(from));
        return Candidate.of(current, events, Matching.EQUAL);
    }
}
