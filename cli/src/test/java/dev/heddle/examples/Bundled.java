package dev.heddle.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.harness.schedule.ScheduleFormat;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A bundled example, fuzzed, minimized and replayed with the settings that the command line has by default.
 *
 * @param faults those that happen, or null for those that it says it tolerates
 * @param shortened for so many of the seeds the find is minimized: some take long
 * @param watched the ids of the invariants that are checked; none for all that are not optional
 */
record Bundled(Header header, Set<FaultKind> faults, int shortened, Set<String> watched) {
    private static final int NODES = 4;
    private static final int SEEDS = 20;
    /** Far fewer than the command line takes, and enough for what is as short as these finds are. */
    private static final long REPLAYS = 1500;
    private static final Catalog CATALOG = Catalog.ofDistribution();

    /** An example as it is, or with a bug and the options that it sets. */
    static Bundled of(String target, String... bugs) {
        return of(factory(target).completed(Header.of(target, NODES, 0).withBugs(List.of(bugs))));
    }

    /** The example that a schedule is of. */
    private static Bundled of(Header header) {
        return new Bundled(header, null, SEEDS, Set.of());
    }

    /** The same with an option of the example's own. */
    Bundled with(String option, String value) {
        SortedMap<String, String> options = new TreeMap<>(header.targetOptions());
        options.put(option, value);
        return new Bundled(header.withTargetOptions(options), faults, shortened, watched);
    }

    /** The same with these faults and no others. */
    Bundled withFaults(FaultKind... kinds) {
        return new Bundled(header, Set.of(kinds), shortened, watched);
    }

    /** The same, where the finds of so many seeds only are minimized. */
    Bundled shortening(int seeds) {
        return new Bundled(header, faults, seeds, watched);
    }

    /** The same on a network that promises no order. */
    Bundled onUdp() {
        return new Bundled(header.withNetwork(NetworkKind.UDP), faults, shortened, watched);
    }

    /** The same under the eyes of these invariants only. */
    Bundled watchedBy(String... ids) {
        return new Bundled(header, faults, shortened, Set.of(ids));
    }

    /**
     * Each of the first seeds breaks this invariant within so many executions; the find replays, and is silent once
     * the bug is off.
     */
    void breaks(String invariant, int seeds, long executions) {
        for (int seed = 1; seed <= seeds; seed++) {
            CampaignResult result = campaign(seed, executions);
            assertFalse(result.finds().isEmpty(), "seed " + seed + " finds nothing in " + executions + " executions");
            Schedule found = result.finds().get(0).schedule();
            Outcome outcome = result.finds().get(0).outcome();
            assertTrue(outcome instanceof Outcome.Violated v && v.violation().invariant().equals(invariant),
                    "seed " + seed + ": " + outcome);
            try (Replayer replayer = replayer(); Replayer right = right().watchedBy().replayer()) {
                assertEquals(outcome, replayer.strict(found, StepListener.NONE).outcome(), "seed " + seed);
                Outcome silent = right.lenient(found, StepListener.NONE).outcome();
                assertTrue(silent instanceof Outcome.Passed, "seed " + seed + " without its bug: " + silent);
            }
        }
    }

    private Bundled right() {
        return new Bundled(header.withBugs(List.of()), faults, shortened, watched);
    }

    /**
     * Every seed finds a violation within so many executions, and it becomes as short as the README says.
     *
     * @param invariant how the id of the broken one ends: a stronger form of it may break first
     */
    void isFoundAndBecomes(String invariant, int deliveries, int externals, long executions) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            CampaignResult result = campaign(seed, executions);
            assertFalse(result.finds().isEmpty(), "seed " + seed + " finds nothing in " + executions + " executions");
            if (seed > shortened) {
                continue;
            }
            Execution small = minimized(result.finds().get(0).schedule());
            assertTrue(small.violation().invariant().endsWith(invariant), "seed " + seed + ": " + small.violation());
            assertTrue(small.schedule().deliveries() <= deliveries && small.schedule().externals() <= externals,
                    "seed " + seed + ":\n" + ScheduleFormat.write(small.schedule(), List.of()));
        }
    }

    /** Nothing is found. */
    void isSilent(long executions) {
        CampaignResult result = campaign(1, executions);
        assertEquals(List.of(), result.finds());
        assertEquals(executions, result.executions());
    }

    /** The schedules that an example keeps: each shows what its header says, and nothing once its bug is off. */
    static void keptSchedulesReplay(String folder) throws IOException, ScheduleException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("../examples", folder, "schedules"))) {
            files = all.sorted().toList();
        }
        assertFalse(files.isEmpty(), folder);
        for (Path file : files) {
            Schedule schedule = ScheduleFormat.read(file, Faults.VOCABULARY);
            Header header = schedule.header();
            try (Replayer replayer = of(header).replayer()) {
                Outcome outcome = replayer.strict(schedule, StepListener.NONE).outcome();
                assertTrue(outcome instanceof Outcome.Violated v
                        && v.violation().sameShape(header.violation()), file + ": " + outcome);
            }
            if (header.bugs().isEmpty()) {
                continue;
            }
            try (Replayer right = of(header.withBugs(List.of())).replayer()) {
                Outcome outcome = right.lenient(schedule, StepListener.NONE).outcome();
                assertTrue(outcome instanceof Outcome.Passed, file + " without its bug: " + outcome);
            }
        }
    }

    private Replayer replayer() {
        Target target = target(header.nodes());
        return new Replayer(target, target.invariants(List.copyOf(ids(target))), header);
    }

    private CampaignResult campaign(long seed, long executions) {
        Target target = target(header.nodes());
        Preferences wants = target.preferences();
        Header h = header;
        Header own = new Header(
                h.target(), h.nodes(), h.network(), seed, h.bugs(), h.targetOptions(), wants.timing(), "");
        FuzzSettings settings = new FuzzSettings(
                target.workload(), target.clients(), wants.commands(), faults(target), wants.weights());
        return new Campaign(() -> target(h.nodes()), new CampaignOptions(
                        own, ids(target), options(own), Strategies.all().get(0), settings, executions,
                        Long.MAX_VALUE, 1, false))
                .run(() -> {});
    }

    private Execution minimized(Schedule found) {
        Target target = target(header.nodes());
        return new Minimizer(
                        () -> new EngineExperiment(this::target, ids(target), options(found.header())),
                        Passes.all(faults(target)),
                        new MinimizerOptions(1, REPLAYS, Long.MAX_VALUE),
                        MinimizerListener.NONE)
                .run(found).execution();
    }

    private Set<FaultKind> faults(Target target) {
        return faults == null ? target.faults() : faults;
    }

    private static RunOptions options(Header header) {
        return RunOptions.on(header.network()).withTiming(header.timing());
    }

    private Target target(int nodes) {
        return GeneralInvariants.addedTo(factory(header.target()).create(header.withNodes(nodes)));
    }

    /** That of a bundled name, or of a scenario among the tests. */
    private static TargetFactory factory(String target) {
        if (CATALOG.names().contains(target)) {
            try (TargetSource source = CATALOG.open(target, List.of())) {
                return source.factory();
            }
        }
        try {
            return Catalog.scenario(Class.forName(target));
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(target + " is neither bundled nor a test's scenario", e);
        }
    }

    private Set<String> ids(Target target) {
        return !watched.isEmpty()
                ? watched
                : target.invariants().stream().map(Invariant::id).collect(Collectors.toSet());
    }
}
