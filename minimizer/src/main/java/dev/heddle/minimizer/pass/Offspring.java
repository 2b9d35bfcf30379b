package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.BitSet;
import java.util.List;

/**
 * Removes an event with all that came of it, while other messages of a kind may take each other's place: a
 * whole election goes, and the later ones have lower terms.
 */
final class Offspring implements Pass {
    @Override
    public String name() {
        return "causal groups";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Sweep(current, order, e -> e.events().size(), Offspring::candidates);
    }

    private static List<Candidate> candidates(Execution current, int place) {
        BitSet group = new Causality(current).offspring(place);
        return group.cardinality() == 1
                ? List.of()
                : Removal.of(current, group, Matching.FIRST_OF_KIND, Matching.LAST_OF_KIND);
    }
}
