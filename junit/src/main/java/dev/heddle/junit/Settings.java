package dev.heddle.junit;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.fuzz.Durations;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.minimizer.engine.Narrative;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a test fuzzes: what its annotation says, or a property in its place.
 *
 * @param seed the source of all choices
 * @param executions ends after so many
 * @param time ends after so long, as people write it; empty for no limit
 */
record Settings(HeddleTest test, long seed, long executions, String time, int jobs) {
    private static final long DEFAULT_EXECUTIONS = 1_000;
    private static final int FRESH_SEEDS = 1_000_000_000;

    Settings {
        nanos(time);
    }

    /** @param property the value of a property, or null */
    static Settings of(HeddleTest test, UnaryOperator<String> property) {
        String seed = property.apply("heddle.seed");
        String executions = property.apply("heddle.executions");
        String time = property.apply("heddle.time");
        String jobs = property.apply("heddle.jobs");
        String limit = time == null ? test.time() : time;
        // A time given from outside is meant to be used up.
        long said = time == null ? test.executions() : 0;
        long count = executions == null ? said : number("heddle.executions", executions);
        return new Settings(
                test,
                seed == null ? test.seed() : seed.equals("fresh") ? new Random().nextInt(FRESH_SEEDS)
                        : number("heddle.seed", seed),
                count > 0 ? count : limit.isEmpty() ? DEFAULT_EXECUTIONS : Long.MAX_VALUE,
                limit,
                Math.max(1, jobs == null ? test.jobs() : (int) number("heddle.jobs", jobs)));
    }

    private static long number(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BrokenTestException(name + " must be a number, was '" + text + "'", e);
        }
    }

    /** The limit in nanoseconds. */
    private static long nanos(String text) {
        return text.isEmpty()
                ? Long.MAX_VALUE
                : Durations.nanos(text).orElseThrow(
                        () -> new BrokenTestException("'" + text + "' is no time; " + Durations.FORM));
    }

    String scenario() {
        return test.value().getName();
    }

    /**
     * What every schedule of the search says of the target, but for its timing and the nodes there really are. Bugs
     * bring the options along without which they do nothing.
     */
    Header header(TargetFactory factory) {
        SortedMap<String, String> options = new TreeMap<>();
        for (String option : test.options()) {
            String[] parts = option.split("=", 2);
            options.put(parts[0], parts.length == 1 ? "" : parts[1]);
        }
        Header plain = Header.of(scenario(), test.nodes(), seed);
        Header header = new Header(plain.target(), plain.nodes(), test.network(), seed, List.of(test.bugs()), options,
                plain.timing(), "");
        checkNames(factory, header);
        return factory.completed(header);
    }

    /** Refuses bugs and options that the scenario does not have. */
    static void checkNames(TargetFactory factory, Header header) {
        List<String> bugs = factory.bugs().stream().map(TargetFactory.Bug::id).toList();
        header.bugs().forEach(bug -> known("bug", bug, bugs));
        List<String> options = factory.options().stream().map(TargetFactory.Option::name).toList();
        header.targetOptions().keySet().forEach(option -> known("option", option, options));
    }

    Timing timing(Target target) {
        List<String> all = Stream.of(Timing.values()).map(Timing::id).toList();
        return test.timing().isEmpty()
                ? target.preferences().timing()
                : Timing.values()[known("timing", test.timing(), all)];
    }

    /** What a campaign over this target is told. */
    CampaignOptions campaign(Target target, Header header) {
        FuzzSettings fuzz = new FuzzSettings(target.workload(), target.clients(), target.preferences().commands(),
                faults(target), target.preferences().weights());
        RunOptions run = RunOptions.on(header.network()).withTiming(header.timing())
                .withMaxDeliveries(test.maxDeliveries());
        return new CampaignOptions(header, Set.copyOf(invariants(target, header)), run, strategy(), fuzz, executions,
                nanos(time), jobs, false);
    }

    /** The ids of the invariants to check: those named, or the usual ones and that which a schedule records. */
    List<String> invariants(Target target, Header header) {
        List<String> usual = target.invariants().stream().map(i -> i.id()).toList();
        List<String> optional = target.optionalInvariants().stream().map(i -> i.id()).toList();
        List<String> all = Stream.concat(usual.stream(), optional.stream()).toList();
        List<String> named = Arrays.asList(test.invariants());
        named.forEach(id -> known("invariant", id, all));
        Set<String> ids = new LinkedHashSet<>(named.isEmpty() ? usual : named);
        optional.stream().filter(id -> (header.violation() + " ").startsWith(id + " ")).forEach(ids::add);
        return List.copyOf(ids);
    }

    /** What tells what happens in an execution. */
    Narrative narrative(TargetFactory factory, List<String> invariants, Header header) {
        return new Narrative(
                nodes -> Realms.target(factory, header.withNodes(nodes)),
                nodes -> header.bugs().isEmpty()
                        ? Optional.empty()
                        : Optional.of(Realms.target(factory, header.withNodes(nodes).withBugs(List.of()))),
                invariants,
                RunOptions.on(header.network()).withTiming(header.timing()));
    }

    private StrategyFactory strategy() {
        List<String> all = Strategies.all().stream().map(StrategyFactory::id).toList();
        return Strategies.all().get(test.strategy().isEmpty() ? 0 : known("strategy", test.strategy(), all));
    }

    private Set<FaultKind> faults(Target target) {
        List<String> names = Arrays.asList(test.faults());
        if (names.isEmpty()) {
            return target.faults();
        }
        List<String> all = Faults.ids(Faults.ALL.stream().filter(kind -> kind.existsOn(test.network())).toList());
        return names.stream().filter(name -> !name.equals("none"))
                .flatMap(name -> name.equals("all")
                        ? Stream.concat(Faults.all(test.network()).stream(), target.faults().stream())
                        : Stream.of(Faults.ALL.get(indexOf(name, all))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static int indexOf(String fault, List<String> all) {
        known("fault", fault, all);
        return Faults.ids(Faults.ALL).indexOf(fault);
    }

    /** The place of a name in a list that must have it. */
    private static int known(String kind, String name, List<String> all) {
        if (!all.contains(name)) {
            throw new BrokenTestException("there is no " + kind + " '" + name + "' here; there "
                    + (all.isEmpty() ? "are none" : "are " + String.join(", ", all)));
        }
        return all.indexOf(name);
    }
}
