package dev.heddle.invariants.linearizability;

import dev.heddle.invariants.linearizability.History.Entry;
import dev.heddle.invariants.linearizability.Order.Placed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks for an order of the operations of one part of the data that explains every answer.
 *
 * <p>Depth first, as in Jeannette Wing and Chun Gong, "Testing and Verifying Concurrent Objects", 1993: the next
 * operation in the order is one that was invoked before the one that is due was answered; due is the first answered
 * of those left over. What comes next is tried in an order that mostly needs no second try: first what was answered
 * and changes nothing, then the operation that is due, then those that lead to its answer, then the others. Pending
 * operations may stay out of the order; each of them in it is a guess.
 *
 * <p>What is left out, without loss: wherever it leads to an order that explains every answer, something that is not
 * left out leads to one with as few operations.
 * <ul>
 *   <li>A configuration that was looked at before with no other guesses than now. A configuration is the set of the
 *       answered operations in the order so far and the state they lead to (Gavin Lowe, "Testing for
 *       Linearizability", 2017).
 *   <li>A guess that changes nothing, or that is followed by what would have led to the same state without it.
 *   <li>Of operations of one kind, all but the first answered: they can change places.
 *   <li>Where a read may be next and is answered so, everything else: it can come after the read.
 * </ul>
 *
 * <p>Most explanations need few guesses, and there are many guesses. So at first there may only be one of them at a
 * time between other operations, and twice as many whenever that is the reason why nothing was found.
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

    private record Configuration(Bits answered, int state) {}

    /** A configuration on the way, with what may come next as far as that is known. */
    private static final class Frame {
        /** The operation that led here, or null at the beginning. */
        final Entry last;
        final int state;
        /** Where the order led to before its last operation, if that is a guess, or {@link Steps#NONE}. */
        final int before;
        final Bits guesses;
        /** How many of the last operations are guesses. */
        final int inARow;
        /** The reads that come next, all at once. */
        final List<Entry> reads = new ArrayList<>(0);
        Bits answered;
        /** The place of the first answered operation that is not in the order. */
        int due;
        List<Entry> likely;
        List<Entry> others;
        int tried;

        Frame(Entry last, int state, int before, Bits guesses, int inARow, Bits answered, int due) {
            this.last = last;
            this.state = state;
            this.before = before;
            this.guesses = guesses;
            this.inARow = inARow;
            this.answered = answered;
            this.due = due;
        }
    }

    private final History<S> history;
    private final Steps<S> steps;
    private final List<Placed> prefix;
    private final int bound;
    private final List<Frame> path = new ArrayList<>();
    private final Map<Configuration, List<Bits>> seen = new HashMap<>();
    /** For each kind of operation, in which look at what may come next it was met last. */
    private int[] lookedAt = new int[16];
    private int looks;
    private int tries;
    /** How many guesses there may be in a row, and whether more of them were left out. */
    private int limit = 1;
    private boolean limited;

    Search(Model<S> model, List<Operation> operations, int bound) {
        this(History.of(model, operations), List.of(), bound);
    }

    /**
     * @param prefix the beginning of the order
     * @param bound how often an operation may be tried in some state
     */
    Search(History<S> history, List<Placed> prefix, int bound) {
        this.history = history;
        this.steps = history.steps();
        this.prefix = prefix;
        this.bound = bound;
    }

    /** Runs to the end; once. */
    Verdict run() {
        Verdict verdict;
        do {
            limited = false;
            seen.clear();
            verdict = descend();
            limit *= 2;
        } while (limited && verdict == Verdict.NOT_LINEARIZABLE);
        return verdict;
    }

    private Verdict descend() {
        enter(start());
        while (!path.isEmpty()) {
            Frame frame = path.get(path.size() - 1);
            if (frame.due == history.answered().size()) {
                return Verdict.LINEARIZABLE;
            }
            Entry next = next(frame);
            if (tries > bound) {
                return Verdict.UNKNOWN;
            } else if (next == null) {
                path.remove(path.size() - 1);
            } else {
                enter(after(frame, next));
            }
        }
        return Verdict.NOT_LINEARIZABLE;
    }

    private Frame start() {
        Bits answered = Bits.NONE;
        Bits guesses = Bits.NONE;
        int state = steps.initial();
        for (Placed placed : prefix) {
            if (placed.entry().isPending()) {
                guesses = guesses.with(placed.entry().number());
            } else {
                answered = answered.with(placed.entry().place());
            }
            state = placed.state();
        }
        return new Frame(null, state, Steps.NONE, guesses, 0, answered, 0);
    }

    private Frame after(Frame frame, Entry next) {
        int state = steps.after(frame.state, next.kind());
        return next.isPending()
                ? new Frame(next, state, frame.state, frame.guesses.with(next.number()), frame.inARow + 1,
                        frame.answered, frame.due)
                : new Frame(next, state, Steps.NONE, frame.guesses, 0, frame.answered.with(next.place()), frame.due);
    }

    /** Goes on to a configuration, unless one from which as much can be done was looked at before. */
    private void enter(Frame frame) {
        read(frame);
        List<Bits> known =
                seen.computeIfAbsent(new Configuration(frame.answered, frame.state), c -> new ArrayList<>(1));
        for (Bits guesses : known) {
            if (guesses.isWithin(frame.guesses)) {
                return;
            }
        }
        known.add(frame.guesses);
        path.add(frame);
    }

    /** Lets all reads be next that may be and are answered so. */
    private void read(Frame frame) {
        List<Entry> answered = history.answered();
        int looked = -1;
        while (true) {
            while (frame.answered.has(frame.due)) {
                frame.due++;
            }
            if (looked == frame.due || frame.due == answered.size()) {
                return;
            }
            looked = frame.due;
            for (int i = looked; i < answered.size(); i++) {
                Entry entry = answered.get(i);
                if (entry.isRead() && mayCome(frame, entry) && after(frame.state, entry) != Steps.NONE) {
                    frame.reads.add(entry);
                    frame.answered = frame.answered.with(i);
                }
            }
        }
    }

    private boolean mayCome(Frame frame, Entry entry) {
        boolean isInOrder =
                entry.isPending() ? frame.guesses.has(entry.number()) : frame.answered.has(entry.place());
        return !isInOrder
                && entry.operation().invokedAt() < history.answered().get(frame.due).operation().answeredAt();
    }

    private Entry next(Frame frame) {
        if (frame.likely == null) {
            frame.likely = likely(frame);
        }
        if (frame.tried < frame.likely.size()) {
            return frame.likely.get(frame.tried++);
        }
        if (frame.others == null) {
            frame.others = others(frame);
        }
        int other = frame.tried++ - frame.likely.size();
        return other < frame.others.size() ? frame.others.get(other) : null;
    }

    /** The answered operations that change nothing, and the one that is due. */
    private List<Entry> likely(Frame frame) {
        List<Entry> likely = new ArrayList<>(2);
        List<Entry> answered = history.answered();
        lookAnew(frame);
        for (int i = frame.due + 1; i < answered.size(); i++) {
            Entry entry = answered.get(i);
            if (mayCome(frame, entry) && isFirstOfItsKind(entry) && leads(frame, entry) == frame.state) {
                likely.add(entry);
            }
        }
        Entry due = answered.get(frame.due);
        if (leads(frame, due) != Steps.NONE) {
            likely.add(due);
        }
        return likely;
    }

    /** Those that change something, but for the one that is due: what leads to its answer comes first. */
    private List<Entry> others(Frame frame) {
        List<Entry> leading = new ArrayList<>();
        List<Entry> rest = new ArrayList<>();
        List<Entry> answered = history.answered();
        lookAnew(frame);
        for (int i = frame.due + 1; i < answered.size(); i++) {
            add(frame, answered.get(i), leading, rest);
        }
        for (Entry entry : history.pending()) {
            add(frame, entry, leading, rest);
        }
        leading.addAll(rest);
        return leading;
    }

    private void add(Frame frame, Entry entry, List<Entry> leading, List<Entry> rest) {
        if (!mayCome(frame, entry) || !isFirstOfItsKind(entry)) {
            return;
        }
        int state = leads(frame, entry);
        if (state == Steps.NONE || state == frame.state) {
            return;
        } else if (entry.isPending() && frame.inARow == limit) {
            limited = true;
            return;
        }
        (after(state, history.answered().get(frame.due)) == Steps.NONE ? rest : leading).add(entry);
    }

    /** Begins to look at what may come next: of its kind, the operation that is due is the first. */
    private void lookAnew(Frame frame) {
        looks++;
        isFirstOfItsKind(history.answered().get(frame.due));
    }

    private boolean isFirstOfItsKind(Entry entry) {
        if (entry.kind() >= lookedAt.length) {
            lookedAt = Arrays.copyOf(lookedAt, 2 * entry.kind());
        }
        boolean first = lookedAt[entry.kind()] != looks;
        lookedAt[entry.kind()] = looks;
        return first;
    }

    /** Where an operation leads to, or none where the guess before it would have been in vain. */
    private int leads(Frame frame, Entry entry) {
        int state = after(frame.state, entry);
        boolean inVain = frame.before != Steps.NONE && frame.reads.isEmpty() && after(frame.before, entry) == state;
        return inVain ? Steps.NONE : state;
    }

    private int after(int state, Entry entry) {
        tries++;
        return steps.after(state, entry.kind());
    }

    /** The order found. */
    List<Placed> order() {
        List<Placed> order = new ArrayList<>(prefix);
        for (Frame frame : path) {
            if (frame.last != null) {
                order.add(new Placed(frame.last, frame.state));
            }
            frame.reads.forEach(read -> order.add(new Placed(read, frame.state)));
        }
        return order;
    }
}
