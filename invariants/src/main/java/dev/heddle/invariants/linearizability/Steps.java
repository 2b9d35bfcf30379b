package dev.heddle.invariants.linearizability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<Kind, Integer> kindNumbers = new HashMap<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final Map<S, Integer> stateNumbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    /** Where a state and a kind lead to; most of these pairs are never asked for. */
    private final Pairs known = new Pairs();

    Steps(Model<S> model) {
        this.model = model;
    }

    /** The number of the state before the first operation. */
    int initial() {
        return number(model.initial());
    }

    /** How many steps are known; there is at most one state more. */
    int size() {
        return known.size();
    }

    /** Forgets all states, and with them their numbers. */
    void forget() {
        stateNumbers.clear();
        states.clear();
        known.clear();
    }

    /** The number of the kind that an operation is of. */
    int kind(Operation operation) {
        Kind kind = new Kind(operation.command(), operation.answer());
        Integer known = kindNumbers.putIfAbsent(kind, kinds.size());
        if (known != null) {
            return known;
        }
        kinds.add(kind);
        return kinds.size() - 1;
    }

    /** The state that an operation of a kind leads to, or {@link #NONE}. */
    int after(int state, int kind) {
        int step = known.get(state, kind);
        if (step == Pairs.ABSENT) {
            Kind asked = kinds.get(kind);
            S after = model.step(states.get(state), asked.command, asked.answer);
            step = after == null ? NONE : number(after);
            known.add(state, kind, step);
        }
        return step;
    }

    private int number(S state) {
        Integer known = stateNumbers.putIfAbsent(state, states.size());
        if (known != null) {
            return known;
        }
        states.add(state);
        return states.size() - 1;
    }
}
