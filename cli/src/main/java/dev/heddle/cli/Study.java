package dev.heddle.cli;

import dev.heddle.cli.study.Cell;
import dev.heddle.cli.study.Measured;
import dev.heddle.cli.study.Results;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Pulse;
import dev.heddle.harness.fuzz.Trial;
import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Idea;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.harness.world.HookError;
import dev.heddle.invariants.GeneralInvariants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Runs the cells of a study, each on one thread. */
final class Study {
    private final Environment environment;
    private final Subject subject;
    private final Map<String, Needs> needs = new LinkedHashMap<>();
    private final long budget;
    private final int jobs;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean failed;

    /** The options that a bug needs, as if they were given on the command line. */
    static final class Needs {
        @Mixin
        private TargetOptions configuration;

        @Mixin
        private SearchOptions search;

        static Needs of(TargetFactory.Bug bug) {
            Needs needs = new Needs();
            List<String> arguments = new ArrayList<>(List.of("--bug", bug.id()));
            bug.needs().forEach(words -> arguments.addAll(List.of(words.split(" +"))));
            try {
                new CommandLine(needs).parseArgs(arguments.toArray(String[]::new));
            } catch (CommandLine.ParameterException e) {
                throw new UsageException("the bug " + bug.id() + " says that it needs '" + String.join(" ", bug.needs())
                        + "', which fuzz does not take: " + e.getMessage(), e);
            }
            return needs;
        }
    }

    Study(Environment environment, Subject subject, List<TargetFactory.Bug> bugs, long budget, int jobs) {
        this.environment = environment;
        this.subject = subject;
        this.budget = budget;
        this.jobs = jobs;
        bugs.forEach(bug -> needs.put(bug.id(), Needs.of(bug)));
    }

    /** Runs them in order, several at a time; after an interrupt no other begins. */
    void run(List<Cell> cells, Results results, IntConsumer progress) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(jobs);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < Math.min(jobs, cells.size()); i++) {
                all.add(workers.submit(() -> work(cells, results, progress)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException e) {
            failed = true;
            if (e.getCause() instanceof HookError fault) {
                throw fault;
            }
            throw e.getCause() instanceof Exception own ? own : e;
        } finally {
            workers.shutdown();
        }
    }

    private Void work(List<Cell> cells, Results results, IntConsumer progress) throws Exception {
        TargetFactory factory = environment.opened(subject.source()::another);
        for (int i = next.getAndIncrement(); i < cells.size() && !stopped(); i = next.getAndIncrement()) {
            Cell cell = cells.get(i);
            Pulse pulse = new Pulse();
            Measured measured = environment.watched(() -> measure(factory, cell, pulse), pulse);
            if (measured != null) {
                results.add(measured);
                progress.accept(done.incrementAndGet());
            }
        }
        return null;
    }

    private boolean stopped() {
        return failed || environment.interrupts().requested();
    }

    /** One search; null where it was interrupted. */
    private Measured measure(TargetFactory factory, Cell cell, Pulse pulse) {
        Needs own = needs.get(cell.bug());
        Header header =
                factory.completed(own.configuration.header(subject.header().target(), cell.seed()));
        Target target = GeneralInvariants.addedTo(factory.create(header));
        FuzzSettings settings = own.search.settings(target, header.network());
        RunOptions options = own.search.runOptions(own.configuration.timed(header, target));
        if (!cell.without().isEmpty()) {
            settings = settings.withoutIdeas(Set.of(idea(cell.without())));
        }
        List<String> ids = target.invariants().stream().map(Invariant::id).toList();
        long start = WallClock.nanos();
        Trial.Result result = new Trial(target, target.invariants(ids), options, settings)
                .with(pulse)
                .run(strategy(cell.strategy()), cell.seed(), budget, this::stopped);
        double seconds = (WallClock.nanos() - start) / 1e9;
        if (result.find() == null && stopped()) {
            return null;
        }
        return new Measured(
                cell, budget, found(cell, result.find()), result.executions(), result.deliveries(), seconds);
    }

    private static String found(Cell cell, Outcome find) {
        if (find instanceof Outcome.Rejected rejected) {
            throw new RejectedException(rejected.breach());
        }
        return find instanceof Outcome.Violated violated ? violated.violation().invariant() : "";
    }

    private static StrategyFactory strategy(String id) {
        return Strategies.all().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private static Idea idea(String id) {
        for (Idea idea : Idea.values()) {
            if (idea.id().equals(id)) {
                return idea;
            }
        }
        throw new IllegalArgumentException(id);
    }
}
