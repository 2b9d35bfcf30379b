package dev.heddle.invariants.linearizability;

import dev.heddle.invariants.linearizability.Search.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Why operations are not linearizable: those of them whose answers contradict each other.
 *
 * <p>An operation does not matter if there is no order either when nobody had answered it. What is left
 * over is minimal: were any of them unanswered, there would be an order (unless the bound is met, then
 * it stays).
 *
 * @param <S> the state of the data
 */
final class Conflict<S> {
    private final Model<S> model;
    private final int bound;
    private final List<Operation> culprits = new ArrayList<>();
    private final int answered;

    /** @param operations that are not linearizable */
    Conflict(Model<S> model, List<Operation> operations, int bound) {
        this.model = model;
        this.bound = bound;
        answered = (int) operations.stream().filter(o -> !o.isPending()).count();
        List<Operation> relaxed = new ArrayList<>(operations);
        for (int i = 0; i < relaxed.size(); i++) {
            Operation operation = relaxed.get(i);
            if (!operation.isPending()) {
                relaxed.set(i, operation.relaxed());
                if (new Search<>(model, relaxed, bound).run() != Verdict.NOT_LINEARIZABLE) {
                    relaxed.set(i, operation);
                    culprits.add(operation);
                }
            }
        }
    }

    /** The operations that contradict each other, in the order of their invocation. */
    List<Operation> culprits() {
        return List.copyOf(culprits);
    }

    /** One line, with each operation's beginning and end as numbers that say only what came first. */
    @Override
    public String toString() {
        TreeMap<Integer, Integer> times = new TreeMap<>();
        culprits.forEach(o -> {
            times.put(o.invokedAt(), 0);
            times.put(o.answeredAt(), 0);
        });
        int number = 0;
        for (Integer time : times.keySet()) {
            times.put(time, ++number);
        }
        StringBuilder text = new StringBuilder();
        for (Operation o : culprits) {
            text.append(text.isEmpty() ? "" : ", ").append(o.client()).append(' ').append(o.command()).append(" -> ")
                    .append(o.answer()).append(" [").append(times.get(o.invokedAt())).append('-')
                    .append(times.get(o.answeredAt())).append(']');
        }
        int others = answered - culprits.size();
        return others == 0 ? text.toString() : text.append("; ").append(others).append(" more answered").toString();
    }
}
