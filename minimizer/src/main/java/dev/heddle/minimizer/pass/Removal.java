package dev.heddle.minimizer.pass;

import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import java.util.BitSet;
import java.util.List;

/** Candidates that lack some of an execution's events. */
final class Removal {
    private Removal() {}

    /** One for each matching, in this order. */
    static List<Candidate> of(Execution current, BitSet removed, Matching... matchings) {
        return of(current, removed, List.of(matchings));
    }

    static List<Candidate> of(Execution current, BitSet removed, List<Matching> matchings) {
        List<Event> left = EventShape.without(current.events(), removed);
        return matchings.stream().map(m -> Candidate.of(current, left, m)).toList();
    }

    static BitSet places(int... places) {
        BitSet set = new BitSet();
        for (int place : places) {
            set.set(place);
        }
        return set;
    }
}
