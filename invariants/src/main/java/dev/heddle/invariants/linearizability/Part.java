package dev.heddle.invariants.linearizability;

import dev.heddle.invariants.linearizability.History.Entry;
import dev.heddle.invariants.linearizability.Order.Placed;
import dev.heddle.invariants.linearizability.Search.Verdict;
import java.util.List;

/**
 * The operations on one part of the data so far, with an order of them that explains the answers.
 *
 * <p>Where an answer does not fit into the order, its end is mended: the last operations are put in order anew,
 * then twice as many, and so on. Only what cannot be mended with little work is searched from the beginning, and
 * only such a search tells that there is no order.
 *
 * @param <S> the state of the data
 */
final class Part<S> {
    /** How often an operation may be tried in some state to mend an end of the order. */
    private static final int MENDING = 500;

    private final Model<S> model;
    private final int bound;
    private final History<S> history;
    private final Order<S> order;
    private boolean undecided;

    Part(Model<S> model, int bound) {
        this.model = model;
        this.bound = bound;
        history = new History<>(model);
        order = new Order<>(history.steps());
    }

    void invoked(Operation operation) {
        history.invoked(operation);
    }

    /** An operation that was pending is answered; whether there is an order still. */
    Verdict answered(Operation operation) {
        Entry entry = history.answered(operation);
        if (undecided) {
            return Verdict.UNKNOWN;
        }
        return order.answered(entry) || mended() ? Verdict.LINEARIZABLE : search();
    }

    /** An operation turns out to have had no effect; whether there is an order still. */
    Verdict refused(Operation operation) {
        Entry entry = history.refused(operation);
        if (undecided) {
            return Verdict.UNKNOWN;
        }
        return entry == null || order.refused(entry) || mended() ? Verdict.LINEARIZABLE : search();
    }

    private boolean mended() {
        int valid = order.valid().size();
        int redone = 0;
        while (redone < valid) {
            List<Placed> kept = order.valid().subList(0, valid - redone);
            Search<S> search = new Search<>(history, kept, Math.min(MENDING, bound));
            if (search.run() == Verdict.LINEARIZABLE) {
                order.become(search.order());
                return true;
            }
            redone = Math.max(1, 2 * redone);
        }
        return false;
    }

    private Verdict search() {
        Search<S> search = new Search<>(history, List.of(), bound);
        Verdict verdict = search.run();
        undecided = verdict == Verdict.UNKNOWN;
        if (verdict == Verdict.LINEARIZABLE) {
            order.become(search.order());
        }
        return verdict;
    }

    /** Why there is none, once there is none, for people. */
    String conflict() {
        return new Conflict<>(model, history.operations(), bound).toString();
    }
}
