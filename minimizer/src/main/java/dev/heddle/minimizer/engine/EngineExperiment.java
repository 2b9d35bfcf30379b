package dev.heddle.minimizer.engine;

import dev.heddle.harness.fuzz.Watchdog;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.NumberedExecution;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.BrokenRulesException;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Experiment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Candidates run by coordinators, one for each number of nodes that was asked for. A candidate that the
 * user's own code for the harness throws in shows nothing. A fair end that is known is not run once more.
 */
public final class EngineExperiment implements Experiment {
    private final IntFunction<Target> targets;
    private final Set<String> invariants;
    private final RunOptions options;
    private final Map<Integer, Coordinator> coordinators = new HashMap<>();
    private final Causes causes = new Causes();
    private final FairEnds fairEnds = new FairEnds();
    private final Watchdog watchdog = new Watchdog(Thread.currentThread(), this::heartbeat);
    private final FreshExecutions fresh;
    private volatile Coordinator running;
    private volatile boolean opening;

    /**
     * @param targets makes the target with so many nodes; may refuse with an {@link IllegalArgumentException}
     * @param invariants ids of those that are checked
     * @param options network, timing and how often is checked
     */
    public EngineExperiment(IntFunction<Target> targets, Set<String> invariants, RunOptions options) {
        this(targets, invariants, options, FreshExecutions.BY_DEFAULT);
    }

    /** @param fresh how executions are made afresh */
    public EngineExperiment(
            IntFunction<Target> targets, Set<String> invariants, RunOptions options, FreshExecutions fresh) {
        this.targets = targets;
        this.invariants = Set.copyOf(invariants);
        this.options = options.withMaxDeliveries(Long.MAX_VALUE);
        this.fresh = fresh;
    }

    @Override
    public Execution run(Candidate candidate) {
        Header header = candidate.schedule().header();
        Foreseeing strategy = new Foreseeing(new GuidedReplay(candidate), header, fairEnds);
        Coordinator coordinator = coordinator(header.nodes());
        if (coordinator == null) {
            return null;
        }
        Outcome outcome = outcome(coordinator, header.seed(), strategy);
        if (strategy.foreseen() != null) {
            return strategy.foreseen().orElse(null);
        }
        Execution execution = execution(coordinator, header, outcome);
        strategy.cameTo(execution);
        return execution;
    }

    @Override
    public Execution afresh(Header header, long number) {
        Coordinator coordinator = coordinator(header.nodes());
        if (coordinator == null) {
            return null;
        }
        Strategy strategy = fresh.strategy(coordinator.target(), new NumberedExecution(header.seed(), number));
        return execution(coordinator, header, outcome(coordinator, header.seed(), strategy));
    }

    /** What has just ended in a violation, or null where none did. */
    private Execution execution(Coordinator coordinator, Header header, Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new BrokenRulesException(rejected.breach());
        }
        return outcome instanceof Outcome.Violated violated ? execution(coordinator, header, violated) : null;
    }

    private Execution execution(Coordinator coordinator, Header header, Outcome.Violated violated) {
        List<Event> events = coordinator.world().history().events();
        return new Execution(
                coordinator.world().options().nodes(),
                new Schedule(header, events),
                violated.violation(),
                causes.steps(coordinator.world(), events),
                violated.owed() ? List.of() : causes.after(events.size()));
    }

    /** The one for so many nodes, or null where the target refuses. */
    private Coordinator coordinator(int nodes) {
        if (!coordinators.containsKey(nodes)) {
            opening = true;
            coordinators.put(nodes, open(nodes));
            opening = false;
        }
        running = coordinators.get(nodes);
        return running;
    }

    private Outcome outcome(Coordinator coordinator, long seed, Strategy strategy) {
        causes.clear();
        try {
            return coordinator.run(seed, strategy, causes);
        } catch (HookError thrown) {
            return new Outcome.Faulty(thrown);
        }
    }

    /** Why the present candidate hangs, or null while it does not; any thread may ask. */
    public RuleBreach hangs() {
        return watchdog.look();
    }

    private long heartbeat() {
        Coordinator coordinator = running;
        return opening ? Watchdog.OPENING : coordinator == null ? 0 : coordinator.heartbeat();
    }

    private Coordinator open(int nodes) {
        Target target;
        try {
            target = targets.apply(nodes);
        } catch (IllegalArgumentException | HookError refused) {
            return null;
        }
        if (target.nodes().size() != nodes) {
            return null;
        }
        List<Invariant> checked =
                target.invariants().stream().filter(i -> invariants.contains(i.id())).toList();
        return new Coordinator(target, checked, options);
    }

    @Override
    public void close() {
        fairEnds.forget();
        coordinators.values().stream().filter(c -> c != null).forEach(Coordinator::close);
    }
}
