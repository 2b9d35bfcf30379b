package dev.heddle.invariants.linearizability;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.invariants.linearizability.Answers.Meaning;
import dev.heddle.invariants.linearizability.Search.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Linearizability: one order of the clients' operations, in keeping with real time, explains every
 * answer that they got (Herlihy and Wing, 1990).
 *
 * <p>Checked whenever a client is told something, so an execution ends with the first answer that cannot
 * be: its history is the shortest that is not linearizable. Each part of the data is checked by itself,
 * which is exact, as linearizability is local (Herlihy and Wing, Theorem 1).
 *
 * <p>No false alarm. An operation without an answer, or with one of unknown meaning, may have taken
 * effect at any time since, or never. One that is retried or doubled by the network is one operation:
 * its first result counts. A refusal counts as long as there is one copy: it does not say which copy it is of, and
 * one copy may be refused twice. Where a search meets its bound, the part is not judged any more and
 * {@link #undecided()} counts the execution.
 *
 * @param <S> the state of the data
 */
public final class Linearizability<S> implements Invariant {
    /** The id in reports and on the command line. */
    public static final String ID = "linearizability";

    private static final int DEFAULT_BOUND = 100_000;

    private final Model<S> model;
    private final Answers answers;
    private final int bound;
    private final boolean repeating;
    private final AtomicLong undecided = new AtomicLong();

    private Linearizability(Model<S> model, Answers answers, int bound, boolean repeating) {
        this.model = model;
        this.answers = answers;
        this.bound = bound;
        this.repeating = repeating;
    }

    /** For clients every answer to whom is a result. */
    public static <S> Linearizability<S> of(SequentialSpec<S> spec) {
        return new Linearizability<>(Model.of(spec), answer -> Meaning.RESULT, DEFAULT_BOUND, false);
    }

    /** The same for clients who are told other things as well. */
    public Linearizability<S> withAnswers(Answers meanings) {
        return new Linearizability<>(model, meanings, bound, repeating);
    }

    /**
     * The same, and cheaper, where some commands are known to change nothing, whatever the state. A command that
     * does change something in a state that was looked at ends the run with an error.
     */
    public Linearizability<S> withReads(Predicate<String> reads) {
        return new Linearizability<>(new Model<>(model.spec(), reads), answers, bound, repeating);
    }

    /** The same, with operations tried in some state at most so often in one search. */
    public Linearizability<S> withBound(int tries) {
        return new Linearizability<>(model, answers, tries, repeating);
    }

    /**
     * The same for a system that does not tell a command from a copy of it: each copy, whether the client
     * sent it again or the network doubled it, may take effect once more.
     */
    public Linearizability<S> withRepetitions() {
        return new Linearizability<>(model, answers, bound, true);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Monitor newMonitor() {
        return new Watch();
    }

    @Override
    public long undecided() {
        return undecided.get();
    }

    /** An operation with what became of its copies. */
    private static final class Tracked {
        final Part<?> part;
        final Operation invoked;
        int copies = 1;
        boolean answered;
        /** Whether the history is without it. */
        boolean refused;

        Tracked(Part<?> part, Operation invoked) {
            this.part = part;
            this.invoked = invoked;
        }
    }

    private final class Watch implements Monitor {
        private final Map<String, Part<S>> parts = new HashMap<>();
        private final List<Tracked> operations = new ArrayList<>();
        private int seen;
        private boolean counted;

        @Override
        public Violation afterStep(Cluster cluster, int acted) {
            List<ClientEvent> events = cluster.clients();
            while (seen < events.size()) {
                int now = seen++;
                ClientEvent event = events.get(now);
                if (event instanceof ClientEvent.Invoked) {
                    invoked(event, now);
                } else {
                    Tracked operation = operations.get(event.operation());
                    Verdict verdict = answered(operation, event.text(), now);
                    if (verdict == Verdict.NOT_LINEARIZABLE) {
                        return violation(cluster, event, operation);
                    }
                    count(verdict);
                }
            }
            return null;
        }

        private void invoked(ClientEvent event, int now) {
            if (event.operation() < operations.size()) {
                again(operations.get(event.operation()), now);
                return;
            }
            Part<S> part = parts.computeIfAbsent(
                    model.spec().part(event.text()), name -> new Part<>(model, bound));
            Operation operation = Operation.pending(event.client(), event.text(), now);
            operations.add(new Tracked(part, operation));
            part.invoked(operation);
        }

        private void again(Tracked operation, int now) {
            Operation first = operation.invoked;
            if (operation.refused && !operation.answered) {
                operation.refused = false;
                operation.part.invoked(first);
            } else if (repeating) {
                operation.part.invoked(Operation.pending(first.client(), first.command(), now));
            }
            operation.copies++;
        }

        private Verdict answered(Tracked operation, String answer, int now) {
            Meaning meaning = operation.answered ? Meaning.UNKNOWN : answers.of(answer);
            if (meaning == Meaning.RESULT) {
                operation.answered = true;
                return operation.part.answered(operation.invoked.answered(now, answer));
            } else if (meaning == Meaning.REFUSAL && operation.copies == 1) {
                operation.refused = true;
                return operation.part.refused(operation.invoked);
            }
            return Verdict.LINEARIZABLE;
        }

        private void count(Verdict verdict) {
            if (verdict == Verdict.UNKNOWN && !counted) {
                counted = true;
                undecided.incrementAndGet();
            }
        }

        private Violation violation(Cluster cluster, ClientEvent event, Tracked operation) {
            String part = model.spec().part(operation.invoked.command());
            return Violation.of(ID, List.of(cluster.name(event.node())), "no order explains what clients were told"
                    + (part.isEmpty() ? "" : " of " + part) + ": " + operation.part.conflict());
        }
    }
}
