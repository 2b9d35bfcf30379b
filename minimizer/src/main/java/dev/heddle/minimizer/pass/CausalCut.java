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

/**
 * Drops what did not happen before the violation: before its last step, or before the last step of any of
 * the nodes that it names. Faults that no node ran are tried with and without.
 */
final class CausalCut implements Pass {
    @Override
    public String name() {
        return "causal cut";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Queue(current, CausalCut::cuts);
    }

    private static List<Candidate> cuts(Execution current) {
        int size = current.events().size();
        Causality causality = new Causality(current);
        BitSet last = new BitSet();
        last.set(size - 1);
        BitSet named = (BitSet) last.clone();
        for (String node : current.violation().nodes()) {
            if (causality.last(node) >= 0) {
                named.set(causality.last(node));
            }
        }
        List<Candidate> cuts = new ArrayList<>();
        for (BitSet kept : List.of(causality.past(last), causality.past(named))) {
            for (boolean faults : new boolean[] {false, true}) {
                BitSet removed = new BitSet();
                for (int i = 0; i < size; i++) {
                    Event event = current.events().get(i);
                    boolean stays = kept.get(i)
                            || EventShape.boot(event)
                            || faults && current.steps().get(i).node() == null && EventShape.external(event);
                    removed.set(i, !stays);
                }
                if (!removed.isEmpty()) {
                    cuts.add(Candidate.of(current, EventShape.without(current.events(), removed), Matching.EQUAL));
                }
            }
        }
        return cuts;
    }
}
