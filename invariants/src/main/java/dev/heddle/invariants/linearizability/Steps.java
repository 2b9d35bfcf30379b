package dev.heddle.invariants.linearizability;

import dev.heddle.harness.number.Interner;
import dev.heddle.harness.number.PairMap;

/**
 * What operations do to states, as numbers: the specification is asked once for each state and operation.
 *
 * <p>Operations with the same command and the same answer are of one kind.
 *
 * @param <S> the state of the data
 */
final class Steps<S> {
    /** The number of no state: the operation is not answered so. */
    static final int NONE = -1;

    private record Kind(String command, String answer) {}

    private final Model<S> model;
    private final Interner<Kind> kinds = new Interner<>();
    private final Interner<S> states = new Interner<>();
    /** Where a state and a kind lead to; most of these pairs are never asked for. */
    private final PairMap known = new PairMap();

    Steps(Model<S> model) {
        this.model = model;
    }

    /** The number of the state before the first operation. */
    int initial() {
        return states.number(model.initial());
    }

    /** How many steps are known; there is at most one state more. */
    int size() {
        return known.size();
    }

    /** Forgets all states, and with them their numbers. */
    void forget() {
        states.clear();
        known.clear();
    }

    /** The number of the kind that an operation is of. */
    int kind(Operation operation) {
        return kinds.number(new Kind(operation.command(), operation.answer()));
    }

    /** The state that an operation of a kind leads to, or {@link #NONE}. */
    int after(int state, int kind) {
        int step = known.get(state, kind);
        if (step == PairMap.ABSENT) {
            Kind asked = kinds.value(kind);
            S after = model.step(states.value(state), asked.command, asked.answer);
            step = after == null ? NONE : states.number(after);
            known.put(state, kind, step);
        }
        return step;
    }
}
