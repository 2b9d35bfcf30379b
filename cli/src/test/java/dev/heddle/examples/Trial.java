package dev.heddle.examples;

import dev.heddle.cli.targets.Catalog;
import dev.heddle.cli.targets.TargetSource;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fuzz.Campaign;
import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Preferences;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.invariants.GeneralInvariants;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Minimizer;
import dev.heddle.minimizer.MinimizerListener;
import dev.heddle.minimizer.MinimizerOptions;
import dev.heddle.minimizer.engine.EngineExperiment;
import dev.heddle.minimizer.pass.Passes;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundled example in one configuration, fuzzed and minimized as by the command line.
 *
 * @param target its name
 * @param bug the bug that is on, or empty
 * @param option the option that is given, as {@code key=value}, or empty
 * @param faults the faults that happen, by comma; empty for those that it claims to tolerate
 */
record Trial(String target, String bug, String option, String faults) {
    private static final TargetSourceCache SOURCES = new TargetSourceCache();

    /** The bundled targets, each opened once. */
    private static final class TargetSourceCache {
        private final Catalog catalog = Catalog.ofDistribution();
        private final TreeMap<String, TargetSource> open = new TreeMap<>();

        synchronized TargetSource get(String name) {
            return open.computeIfAbsent(name, n -> catalog.open(n, List.of()));
        }
    }

    @Override
    public String toString() {
        return Stream.of(target, bug, option, faults).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    /** Fuzzes it on one worker. */
    CampaignResult fuzz(long seed, long executions) {
        Target sample = target(4);
        Preferences wants = sample.preferences();
        Header header = header(seed).withTiming(wants.timing());
        FuzzSettings settings = new FuzzSettings(
                sample.workload(), sample.clients(), wants.commands(), faults(sample), wants.weights());
        RunOptions run = RunOptions.on(NetworkKind.FIFO).withTiming(wants.timing());
        return new Campaign(() -> target(4), new CampaignOptions(
                        header, ids(sample), run, Strategies.all().get(0), settings, executions, Long.MAX_VALUE, 1,
                        false))
                .run(() -> {});
    }

    /** Minimizes a find of its, with at most so many replays. */
    Execution minimize(Schedule find, long replays) {
        Target sample = target(4);
        RunOptions run = RunOptions.on(NetworkKind.FIFO).withTiming(find.header().timing());
        return new Minimizer(
                        () -> new EngineExperiment(this::target, ids(sample), run),
                        Passes.all(faults(sample)),
                        new MinimizerOptions(1, replays, Long.MAX_VALUE),
                        MinimizerListener.NONE)
                .run(find)
                .execution();
    }

    /** What a strict replay of a bundled target's schedule comes to. */
    static Outcome replayed(Schedule schedule) {
        Header header = schedule.header();
        Target target = SOURCES.get(header.target()).factory().create(
                header.nodes(), header.network(), header.bugs(), header.targetOptions());
        try (Replayer replayer = new Replayer(target, target.invariants(), header)) {
            return replayer.strict(schedule, (action, world) -> {}).outcome();
        }
    }

    private Header header(long seed) {
        TreeMap<String, String> options = new TreeMap<>();
        if (!option.isEmpty()) {
            options.put(option.split("=")[0], option.split("=")[1]);
        }
        Header plain = Header.of(target, 4, seed).withBugs(bug.isEmpty() ? List.of() : List.of(bug));
        return new Header(
                plain.target(), plain.nodes(), plain.network(), seed, plain.bugs(), options, plain.timing(), "");
    }

    private Target target(int nodes) {
        Header header = header(0);
        return GeneralInvariants.addedTo(SOURCES.get(target).factory().create(
                nodes, NetworkKind.FIFO, header.bugs(), header.targetOptions()));
    }

    private Set<FaultKind> faults(Target sample) {
        List<String> named = List.of(faults.split(","));
        return faults.isEmpty()
                ? sample.faults()
                : Faults.ALL.stream().filter(kind -> named.contains(kind.id())).collect(Collectors.toSet());
    }

    private static Set<String> ids(Target target) {
        return target.invariants().stream().map(Invariant::id).collect(Collectors.toSet());
    }
}
