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
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Delta-debugs what comes from outside: halves, quarters, … of the commands and faults at once, a fault
 * always together with its end.
 */
final class Externals implements Pass {
    @Override
    public String name() {
        return "externals";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Queue(current, Externals::candidates);
    }

    private static List<Candidate> candidates(Execution current) {
        List<BitSet> atoms = atoms(current.events());
        List<Candidate> candidates = new ArrayList<>();
        for (int size = atoms.size(); size >= 1; size /= 2) {
            for (int start = 0; start < atoms.size(); start += size) {
                BitSet removed = new BitSet();
                atoms.subList(start, Math.min(atoms.size(), start + size)).forEach(removed::or);
                candidates.addAll(Removal.of(current, removed, Matching.EQUAL, Matching.FIRST_OF_KIND));
            }
        }
        return candidates;
    }

    /** What can be removed together only. */
    private static List<BitSet> atoms(List<Event> events) {
        List<BitSet> atoms = new ArrayList<>();
        BitSet taken = new BitSet();
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (taken.get(i) || !EventShape.external(event)) {
                continue;
            }
            BitSet atom = Removal.places(i);
            int from = i + 1;
            IntStream.range(from, events.size())
                    .filter(later -> !taken.get(later) && EventShape.pair(event, events.get(later)))
                    .findFirst()
                    .ifPresent(atom::set);
            taken.or(atom);
            atoms.add(atom);
        }
        return atoms;
    }
}
