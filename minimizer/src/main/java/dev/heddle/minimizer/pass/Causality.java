package dev.heddle.minimizer.pass;

import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The happens-before order of an execution's events (Lamport 1978): an event comes after what gave birth
 * to what it handed over, and after what its node ran before.
 */
final class Causality {
    private final List<Step> steps;
    private final int[] before;
    private final Map<String, Integer> last = new HashMap<>();

    Causality(Execution execution) {
        steps = execution.steps();
        before = new int[steps.size()];
        for (int i = 0; i < before.length; i++) {
            String node = steps.get(i).node();
            Integer previous = node == null ? null : last.put(node, i);
            before[i] = previous == null ? -1 : previous;
        }
    }

    /** The last event that a node ran, or -1. */
    int last(String node) {
        return last.getOrDefault(node, -1);
    }

    /** These events and all that happened before one of them. */
    BitSet past(BitSet of) {
        BitSet past = (BitSet) of.clone();
        for (int i = past.length() - 1; i >= 0; i--) {
            if (past.get(i)) {
                mark(past, steps.get(i).cause());
                mark(past, before[i]);
            }
        }
        return past;
    }

    /** The event and all that it gave birth to, over however many steps. */
    BitSet offspring(int of) {
        BitSet offspring = new BitSet();
        offspring.set(of);
        for (int i = of + 1; i < steps.size(); i++) {
            int cause = steps.get(i).cause();
            if (cause >= 0 && offspring.get(cause)) {
                offspring.set(i);
            }
        }
        return offspring;
    }

    /**
     * The events that need one: those that hand over what it gave birth to, the next that its node runs, and, as what
     * is sent to a node that is down may be lost, those that send what its node runs later.
     */
    List<Integer> needing(int of) {
        String node = steps.get(of).node();
        List<Integer> needing = new ArrayList<>();
        for (int i = of + 1; i < steps.size(); i++) {
            boolean own = node != null && node.equals(steps.get(i).node());
            if (own || steps.get(i).cause() == of) {
                needing.add(i);
            }
            if (own && steps.get(i).cause() > of) {
                needing.add(steps.get(i).cause());
            }
        }
        return needing;
    }

    private static void mark(BitSet set, int i) {
        if (i >= 0) {
            set.set(i);
        }
    }
}
