package dev.heddle.minimizer;

import dev.heddle.harness.invariant.Violation;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One worker's share of the work: runs candidates within a budget, remembers what was tried, and tells
 * the wanted violation from others.
 *
 * <p>What it does depends on nothing but the start, the seed and the budget, so the number of workers
 * decides nothing.
 */
final class Search {
    private static final int MAX_REMEMBERED = 50_000;

    private final Experiment experiment;
    private final Violation wanted;
    private final Effort effort;
    private final BooleanSupplier ended;
    private final Map<Candidate, Execution> tried = new HashMap<>();
    private final Map<String, Execution> others = new LinkedHashMap<>();
    private final long budget;
    private long replays;

    /** For what a result is made of: without a budget. */
    static Search needed(Experiment experiment, Violation wanted, Effort effort) {
        return new Search(experiment, wanted, Long.MAX_VALUE, effort, effort::stopped);
    }

    /** For what may make it better, which is cut short where time runs out. */
    static Search spare(Experiment experiment, Violation wanted, Effort effort, long replays) {
        return new Search(experiment, wanted, replays, effort, effort::late);
    }

    private Search(Experiment experiment, Violation wanted, long budget, Effort effort, BooleanSupplier ended) {
        this.experiment = experiment;
        this.wanted = wanted;
        this.budget = budget;
        this.effort = effort;
        this.ended = ended;
    }

    /** The execution of a candidate where it shows the wanted violation, else null. */
    Execution run(Candidate candidate) {
        if (tried.containsKey(candidate)) {
            return tried.get(candidate);
        }
        replays++;
        effort.replayed();
        Execution execution = wanted(() -> experiment.run(candidate));
        if (tried.size() >= MAX_REMEMBERED) {
            tried.clear();
        }
        tried.put(candidate, execution);
        return execution;
    }

    /** A random execution of what an execution is one of, where it shows the wanted violation, else null. */
    Execution afresh(Execution like, long number) {
        replays++;
        effort.replayed();
        return wanted(() -> experiment.afresh(like.schedule().header(), number));
    }

    /** What breaks the harness's rules shows nothing. */
    private Execution wanted(Supplier<Execution> run) {
        Execution execution;
        try {
            execution = run.get();
        } catch (BrokenRulesException shown) {
            return null;
        }
        if (execution != null && !execution.violation().sameShape(wanted)) {
            others.putIfAbsent(execution.violation().shape(), execution);
            return null;
        }
        return execution;
    }

    /**
     * The execution of a candidate where it shows the wanted violation and is smaller, else null. What
     * cannot become smaller is not run.
     */
    Execution smaller(Candidate candidate, Execution current) {
        if (Size.total(candidate.schedule().events()) > Size.total(current)
                || candidate.matching() == Matching.EQUAL && candidate.schedule().equals(current.schedule())) {
            return null;
        }
        Execution now = run(candidate);
        if (now == null || Size.ORDER.compare(now, current) >= 0) {
            return null;
        }
        effort.reached(now);
        return now;
    }

    long replays() {
        return replays;
    }

    long nanos() {
        return effort.nanos();
    }

    /** True once the budget or the time is used up, or somebody wants an end. */
    boolean over() {
        return replays >= budget || ended.getAsBoolean();
    }

    /** The first execution of each other shape that was met. */
    Map<String, Execution> others() {
        return others;
    }
}
