package dev.heddle.invariants.linearizability;

import dev.heddle.invariants.linearizability.Search.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The operations on one part of the data so far, with an order of them that explains the answers.
 *
 * <p>An operation that is answered last may come last in the order: as long as that explains its
 * answer, nothing is searched.
 *
 * @param <S> the state of the data
 */
final class Part<S> {
    private final SequentialSpec<S> spec;
    private final int bound;
    private final List<Operation> operations = new ArrayList<>();
    /** The pending operations that the order found takes for done, by the time of their invocation. */
    private final Set<Integer> guessed = new HashSet<>();
    /** Where the order found leads to. */
    private S state;
    private boolean undecided;

    Part(SequentialSpec<S> spec, int bound) {
        this.spec = spec;
        this.bound = bound;
        state = spec.initial();
    }

    void invoked(Operation operation) {
        operations.add(operation);
    }

    /** An operation that was pending is answered; whether there is an order still. */
    Verdict answered(Operation operation) {
        replace(operation);
        if (undecided) {
            return Verdict.UNKNOWN;
        }
        if (!guessed.contains(operation.invokedAt())) {
            S after = spec.step(state, operation.command(), operation.answer());
            if (after != null) {
                state = after;
                return Verdict.LINEARIZABLE;
            }
        }
        return search();
    }

    /** An operation turns out to have had no effect; whether there is an order still. */
    Verdict refused(Operation operation) {
        operations.removeIf(o -> o.invokedAt() == operation.invokedAt());
        if (undecided) {
            return Verdict.UNKNOWN;
        }
        return guessed.contains(operation.invokedAt()) ? search() : Verdict.LINEARIZABLE;
    }

    private void replace(Operation operation) {
        for (int i = operations.size() - 1; i >= 0; i--) {
            if (operations.get(i).invokedAt() == operation.invokedAt()) {
                operations.set(i, operation);
                return;
            }
        }
        operations.add(operation);
    }

    private Verdict search() {
        Search<S> search = new Search<>(spec, operations, bound);
        Verdict verdict = search.run();
        undecided = verdict == Verdict.UNKNOWN;
        if (verdict == Verdict.LINEARIZABLE) {
            state = search.state();
            guessed.clear();
            for (Operation operation : operations) {
                if (operation.isPending() && search.contains(operation)) {
                    guessed.add(operation.invokedAt());
                }
            }
        }
        return verdict;
    }

    /** Why there is none, once there is none, for people. */
    String conflict() {
        return new Conflict<>(spec, operations, bound).toString();
    }
}
