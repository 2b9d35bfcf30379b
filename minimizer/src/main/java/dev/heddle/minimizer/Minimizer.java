package dev.heddle.minimizer;

import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.Minimized.Ending;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Makes schedules small: several descents from the schedule that was given, each in another order; then
 * rounds of small detours from the best, each followed by a descent; at last a fixpoint of the passes that
 * tidy up and of single removals.
 *
 * <p>Every piece of that work depends on its number and its start only, and of their results the smallest
 * counts. So the result does not depend on the number of workers. Where time runs out, what may make it better is cut
 * short: the last quarter is for the end.
 */
public final class Minimizer {
    private static final int DESCENTS = 4;
    /** How often the same violation is looked for afresh, each time in so many executions. */
    private static final int SEARCHES = 12;
    private static final int EXECUTIONS = 256;

    private final Supplier<? extends Experiment> experiments;
    private final Function<Execution, Plan> plans;
    private final MinimizerOptions options;
    private final MinimizerListener listener;
    private final Effort effort;
    private final Map<String, Execution> others = new LinkedHashMap<>();
    private String doing = "start";
    private long startNanos;

    /**
     * @param experiments makes one for each worker, on the worker's thread, and one for each of the runs that confirm,
     *     while the workers wait
     * @param plans what is tried, for the execution of the schedule that was given
     */
    public Minimizer(
            Supplier<? extends Experiment> experiments, Function<Execution, Plan> plans, MinimizerOptions options,
            MinimizerListener listener) {
        this(experiments, plans, options, listener, WallClock::nanos);
    }

    Minimizer(
            Supplier<? extends Experiment> experiments, Function<Execution, Plan> plans, MinimizerOptions options,
            MinimizerListener listener, LongSupplier clock) {
        this.experiments = experiments;
        this.plans = plans;
        this.options = options;
        this.listener = listener;
        effort = new Effort(clock, options.timeNanos());
    }

    /**
     * Minimizes; blocks.
     *
     * @throws UnreliableException where the schedule does not show the violation every time
     * @throws BrokenRulesException where the target breaks the harness's rules in it, or in what came of it
     */
    public Minimized run(Schedule schedule) {
        startNanos = effort.nanos();
        try (Crew crew = new Crew(experiments, options.jobs())) {
            Execution start = reproduced(schedule);
            effort.reached(start);
            Plan plan = plans.apply(start);
            Trail explored = explore(crew, plan, descended(crew, plan, start));
            Trail tidied = tidy(crew, plan, explored);
            Execution end = tidied.end();
            boolean oneMinimal = !effort.stopped() && oneMinimal(crew, plan.singles(), end);
            confirm(end);
            return new Minimized(start, end, tidied.stages(), effort.replays(), effort.nanos() - startNanos,
                    oneMinimal, ending(), List.copyOf(others.values()));
        }
    }

    /** Ends it soon, with the best so far. Any thread may call it. */
    public void stop() {
        effort.stop();
    }

    private Ending ending() {
        if (effort.stopRequested()) {
            return Ending.STOPPED;
        }
        return effort.timeUp() ? Ending.TIME : Ending.DONE;
    }

    /** The schedule's execution, once it is the same twice. */
    private Execution reproduced(Schedule schedule) {
        List<Execution> runs = twice(schedule);
        Execution first = runs.get(0);
        Execution second = runs.get(1);
        if (first == null && second == null) {
            throw UnreliableException.absent("the schedule shows no violation when it is replayed leniently");
        } else if (first == null || second == null) {
            throw new UnreliableException("the schedule shows its violation only sometimes: the target is not"
                    + " deterministic under control ('audit' finds out why)");
        } else if (!first.schedule().equals(second.schedule()) || !first.violation().equals(second.violation())) {
            throw new UnreliableException("the schedule runs differently from time to time: the target is not"
                    + " deterministic under control ('audit' finds out why)");
        }
        String recorded = schedule.header().violation();
        if (!recorded.isEmpty() && !first.violation().sameShape(recorded)) {
            throw UnreliableException.absent("the schedule shows another violation than the recorded one (" + recorded
                    + "): " + first.violation().shape() + ": " + first.violation().detail());
        }
        return first;
    }

    /** Its executions by two experiments of which neither has seen anything before. */
    private List<Execution> twice(Schedule schedule) {
        Candidate candidate = new Candidate(schedule, Matching.EQUAL);
        List<Execution> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Crew fresh = new Crew(experiments, 1)) {
                effort.replayed();
                runs.add(fresh.one(experiment -> experiment.run(candidate), this::tick));
            }
        }
        return runs;
    }

    private void confirm(Execution end) {
        for (Execution again : twice(end.schedule())) {
            if (again == null || !again.schedule().equals(end.schedule())) {
                throw new UnreliableException("a shorter schedule showed the violation once and not again: the target"
                        + " is not deterministic under control ('audit' finds out why)");
            }
        }
    }

    /** Executions that have nothing in common with the first but the violation. */
    private List<Execution> foundAfresh(Crew crew, Execution start) {
        doing = Stage.ANOTHER_FIND;
        List<Function<Experiment, Trail>> tasks = new ArrayList<>();
        for (int i = 0; i < SEARCHES; i++) {
            long first = (long) i * EXECUTIONS;
            tasks.add(experiment -> searched(spare(experiment, start), start, first));
        }
        List<Execution> finds = new ArrayList<>();
        for (Trail trail : crew.all(tasks, this::tick)) {
            note(trail);
            if (trail.end() != null) {
                finds.add(trail.end());
            }
        }
        return finds;
    }

    private static Trail searched(Search search, Execution start, long first) {
        Execution found = null;
        for (long i = first; i < first + EXECUTIONS && found == null && !search.over(); i++) {
            found = search.afresh(start, i);
        }
        return new Trail(found, List.of(), search.others());
    }

    /** Several ways down from the start, then one from each other execution that shows the same; smallest end first. */
    private List<Trail> descended(Crew crew, Plan plan, Execution start) {
        List<Function<Experiment, Trail>> ways = new ArrayList<>();
        ways.add(experiment -> descent(needed(experiment, start), plan.shrinking(), start, null));
        for (int i = 1; i < DESCENTS; i++) {
            Rng order = Rng.ofExecution(start.events().size(), i);
            ways.add(experiment -> descent(spare(experiment, start), plan.shrinking(), start, order));
        }
        List<Trail> trails = new ArrayList<>(descend(crew, ways));
        if (options.afresh()) {
            ways.clear();
            for (Execution other : foundAfresh(crew, start)) {
                ways.add(experiment -> fromAnother(start, other,
                        descent(spare(experiment, start), plan.shrinking(), other, null)));
            }
            trails.addAll(descend(crew, ways));
        }
        trails.sort(Comparator.comparing(Trail::end, Size.ORDER));
        return trails;
    }

    private List<Trail> descend(Crew crew, List<Function<Experiment, Trail>> ways) {
        doing = "descent";
        List<Trail> trails = crew.all(ways, this::tick);
        trails.forEach(this::note);
        return trails;
    }

    /** What the table of stages says of a way down that began with another execution. */
    private static Trail fromAnother(Execution start, Execution other, Trail trail) {
        List<Stage> stages = new ArrayList<>();
        stages.add(Stage.of(Stage.ANOTHER_FIND, start, other, 0, 0));
        stages.addAll(trail.stages());
        return new Trail(trail.end(), stages, trail.others());
    }

    private Search needed(Experiment experiment, Execution like) {
        return Search.needed(experiment, like.violation(), effort);
    }

    private Search spare(Experiment experiment, Execution like) {
        return Search.spare(experiment, like.violation(), effort, Long.MAX_VALUE);
    }

    private static Trail descent(Search search, List<Pass> passes, Execution start, Rng order) {
        Descent descent = new Descent(search, passes);
        return new Trail(descent.run(start, order), descent.stages(), search.others());
    }

    private Trail explore(Crew crew, Plan plan, List<Trail> from) {
        doing = Stage.EXPLORATION;
        Trail first = from.get(0);
        Trail explored = new Exploration(crew, plan, effort, options.replays(), this::tick)
                .from(from.stream().map(Trail::end).toList());
        note(explored);
        List<Stage> stages = new ArrayList<>(first.stages());
        // What led elsewhere counts here.
        long told = stages.stream().mapToLong(Stage::replays).sum();
        long toldNanos = stages.stream().mapToLong(Stage::nanos).sum();
        stages.add(Stage.of(Stage.EXPLORATION, first.end(), explored.end(), effort.replays() - told,
                effort.nanos() - startNanos - toldNanos));
        return new Trail(explored.end(), stages, Map.of());
    }

    private Trail tidy(Crew crew, Plan plan, Trail before) {
        doing = "tidying";
        Trail tidied = crew.one(e -> descent(needed(e, before.end()), plan.tidying(), before.end(), null), this::tick);
        List<Stage> stages = new ArrayList<>(before.stages());
        stages.addAll(tidied.stages());
        note(tidied);
        return new Trail(tidied.end(), stages, Map.of());
    }

    /** Whether no removal shows the violation, not even one after which more comes by itself. */
    private boolean oneMinimal(Crew crew, Pass singles, Execution end) {
        return crew.one(e -> noneShows(needed(e, end), singles, end), this::tick);
    }

    private static boolean noneShows(Search search, Pass singles, Execution end) {
        Proposals removals = singles.propose(end, null);
        Candidate without = removals.next();
        while (without != null && !search.over() && search.run(without) == null) {
            without = removals.next();
        }
        return without == null;
    }

    private void note(Trail trail) {
        trail.others().forEach(others::putIfAbsent);
    }

    private void tick() {
        listener.progress(doing, effort.best(), effort.replays());
    }
}
