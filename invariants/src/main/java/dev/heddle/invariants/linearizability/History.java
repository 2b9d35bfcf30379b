package dev.heddle.invariants.linearizability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The operations on one part of the data so far.
 *
 * @param <S> the state of the data
 */
final class History<S> {
    private static final int NOWHERE = -1;

    /**
     * An operation in a history.
     *
     * @param number its own, for as long as the history lasts
     * @param kind what it does, see {@link Steps}
     * @param place among those that were answered, by the time of their answers
     */
    record Entry(int number, Operation operation, int kind, int place, boolean isRead) {
        boolean isPending() {
            return operation.isPending();
        }
    }

    private final Model<S> model;
    private final Steps<S> steps;
    private final List<Entry> answered = new ArrayList<>();
    private final List<Entry> pending = new ArrayList<>();
    private int numbers;

    History(Model<S> model) {
        this.model = model;
        steps = new Steps<>(model);
    }

    /** The history of some operations, in any order. */
    static <S> History<S> of(Model<S> model, List<Operation> operations) {
        History<S> history = new History<>(model);
        List<Operation> sorted = new ArrayList<>(operations);
        sorted.sort(Comparator.comparingInt(Operation::answeredAt).thenComparingInt(Operation::invokedAt));
        for (Operation operation : sorted) {
            if (operation.isPending()) {
                history.invoked(operation);
            } else {
                history.answered(history.numbers++, operation);
            }
        }
        return history;
    }

    void invoked(Operation operation) {
        pending.add(new Entry(numbers++, operation, steps.kind(operation), NOWHERE, model.isRead(operation)));
    }

    /** An operation is answered, later than all others. */
    Entry answered(Operation operation) {
        Entry before = refused(operation);
        return answered(before == null ? numbers++ : before.number, operation);
    }

    private Entry answered(int number, Operation operation) {
        Entry entry = new Entry(number, operation, steps.kind(operation), answered.size(), model.isRead(operation));
        answered.add(entry);
        return entry;
    }

    /** An operation that was pending is not part of the history any more; null where it was none. */
    Entry refused(Operation operation) {
        for (int i = pending.size() - 1; i >= 0; i--) {
            if (pending.get(i).operation.invokedAt() == operation.invokedAt()) {
                return pending.remove(i);
            }
        }
        return null;
    }

    Steps<S> steps() {
        return steps;
    }

    /** By the time of their answers. */
    List<Entry> answered() {
        return answered;
    }

    /** Those that nobody has answered. */
    List<Entry> pending() {
        return pending;
    }

    /** All of them, in the order of their invocation. */
    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        answered.forEach(e -> all.add(e.operation));
        pending.forEach(e -> all.add(e.operation));
        all.sort(Comparator.comparingInt(Operation::invokedAt));
        return all;
    }
}
