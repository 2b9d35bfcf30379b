package dev.heddle.invariants.linearizability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for an order of the operations of one part of the data that explains every answer.
 *
 * <p>Depth first, as in Jeannette Wing and Chun Gong, "Testing and Verifying Concurrent Objects", 1993:
 * the next operation in the order is one that was invoked before any of those left over was answered.
 * A configuration, that is the set of the operations in the order so far and the state they lead to, is
 * never looked at twice, as in Gavin Lowe, "Testing for Linearizability", 2017. Pending operations
 * may stay out of the order, as they do where they would change nothing.
 *
 * <p>What comes next is tried in an order that mostly needs no second try: first what was answered and changes
 * nothing, then the operation that was answered first, then those that lead to its answer, then the others, pending
 * ones last.
 *
 * <p>Work and memory are bounded by the number of times that an operation is tried in some state: beyond it the
 * answer is {@link Verdict#UNKNOWN}.
 *
 * @param <S> the state of the data
 */
final class Search<S> {
    /** What came out. */
    enum Verdict {
        LINEARIZABLE,
        NOT_LINEARIZABLE,
        /** The bound was met before an order was found. */
        UNKNOWN
    }

    private record Configuration<S>(BitSet done, S state) {}

    /** A configuration with what may come next from it, as far as that is known. */
    private static final class Frame<S> {
        final BitSet done;
        final S state;
        int[] likely;
        int[] others;
        int tried;

        Frame(BitSet done, S state) {
            this.done = done;
            this.state = state;
        }
    }

    private final SequentialSpec<S> spec;
    /** By the time of their answers, pending ones last. */
    private final List<Operation> operations;
    private final int answered;
    private final int bound;
    private final Set<Configuration<S>> seen = new HashSet<>();
    private int tries;
    private Frame<S> last;

    /** @param bound how often an operation may be tried in some state */
    Search(SequentialSpec<S> spec, List<Operation> operations, int bound) {
        this.spec = spec;
        this.bound = bound;
        List<Operation> sorted = new ArrayList<>(operations);
        sorted.sort(Comparator.comparingInt(Operation::answeredAt).thenComparingInt(Operation::invokedAt));
        this.operations = List.copyOf(sorted);
        answered = (int) sorted.stream().filter(o -> !o.isPending()).count();
    }

    /** Runs to the end; once. */
    Verdict run() {
        List<Frame<S>> path = new ArrayList<>();
        enter(path, new Frame<>(new BitSet(operations.size()), spec.initial()));
        while (!path.isEmpty()) {
            Frame<S> frame = path.get(path.size() - 1);
            int due = frame.done.nextClearBit(0);
            if (due >= answered) {
                last = frame;
                return Verdict.LINEARIZABLE;
            }
            Frame<S> after = advance(frame, due);
            if (tries > bound) {
                return Verdict.UNKNOWN;
            } else if (after == null) {
                path.remove(path.size() - 1);
            } else {
                enter(path, after);
            }
        }
        return Verdict.NOT_LINEARIZABLE;
    }

    private void enter(List<Frame<S>> path, Frame<S> frame) {
        if (seen.add(new Configuration<>(frame.done, frame.state))) {
            path.add(frame);
        }
    }

    /** One more operation in the order; null where all were tried. */
    private Frame<S> advance(Frame<S> frame, int due) {
        if (frame.likely == null) {
            frame.likely = likely(frame, due);
        }
        if (frame.tried < frame.likely.length) {
            return after(frame, frame.likely[frame.tried++], due);
        }
        if (frame.others == null) {
            frame.others = others(frame, due);
        }
        int other = frame.tried++ - frame.likely.length;
        return other < frame.others.length ? after(frame, frame.others[other], due) : null;
    }

    /** The answered operations that change nothing, and the one that is due. */
    private int[] likely(Frame<S> frame, int due) {
        IntStream.Builder likely = IntStream.builder();
        for (int i = due + 1; i < answered; i++) {
            Frame<S> after = after(frame, i, due);
            if (after != null && after.state.equals(frame.state)) {
                likely.add(i);
            }
        }
        if (after(frame, due, due) != null) {
            likely.add(due);
        }
        return likely.build().toArray();
    }

    /** Those that change something, but for the one that is due: what leads to its answer comes first. */
    private int[] others(Frame<S> frame, int due) {
        IntStream.Builder leading = IntStream.builder();
        IntStream.Builder rest = IntStream.builder();
        for (int i = due + 1; i < operations.size(); i++) {
            Frame<S> after = after(frame, i, due);
            if (after != null && !after.state.equals(frame.state)) {
                (after(after, due, due) == null ? rest : leading).add(i);
            }
        }
        return IntStream.concat(leading.build(), rest.build()).toArray();
    }

    /** What an operation leads to, or null where it is in the order already, or cannot come before what is due. */
    private Frame<S> after(Frame<S> frame, int i, int due) {
        Operation operation = operations.get(i);
        if (frame.done.get(i) || operation.invokedAt() >= operations.get(due).answeredAt()) {
            return null;
        }
        tries++;
        S state = spec.step(frame.state, operation.command(), operation.answer());
        if (state == null) {
            return null;
        }
        BitSet done = (BitSet) frame.done.clone();
        done.set(i);
        return new Frame<>(done, state);
    }

    /** The state that the order found leads to. */
    S state() {
        return last.state;
    }

    /** Whether an operation is part of the order found. */
    boolean contains(Operation operation) {
        return last.done.get(operations.indexOf(operation));
    }
}
