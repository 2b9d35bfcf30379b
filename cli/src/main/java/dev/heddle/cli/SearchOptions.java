package dev.heddle.cli;

import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How executions are chosen. */
final class SearchOptions {
    private static final String ALL = "all";
    private static final String NONE = "none";

    /** A seed that nobody gave is below this: short enough to be typed. */
    private static final int FRESH_SEEDS = 1_000_000_000;

    @Mixin
    private CheckOptions checks;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "What decides the order of events (default: the first that 'list' shows).")
    private String strategy;

    @Option(names = "--seed", paramLabel = "N", description = "The source of all choices (default: a fresh one).")
    private Long givenSeed;

    private long freshSeed = -1;

    @Option(
            names = "--faults",
            paramLabel = "LIST|none|all",
            split = ",",
            description = "Kinds of fault, by comma: see 'list'. 'all' is those that the target says it tolerates and"
                    + " all others but corrupt, which must be named (default: those that the target says it"
                    + " tolerates).")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--weights",
            paramLabel = "K=W",
            split = ",",
            description = "How likely a kind of event is, relative to deliver=1, by comma: command=5,timer=3"
                    + " (default: drawn per execution).")
    private List<String> weights = new ArrayList<>();

    @Option(
            names = "--commands",
            paramLabel = "N",
            description = "The most commands that clients issue in an execution (default: drawn per execution).")
    private Integer commands;

    @Option(
            names = "--max-deliveries",
            paramLabel = "N",
            description = "An execution ends after so many (default: "
                    + RunOptions.DEFAULT_MAX_DELIVERIES + ").")
    private long maxDeliveries = RunOptions.DEFAULT_MAX_DELIVERIES;

    CheckOptions checks() {
        return checks;
    }

    boolean seedGiven() {
        return givenSeed != null;
    }

    /** The seed given, or a fresh one; the same at every call. */
    long seed() {
        if (givenSeed != null) {
            return givenSeed;
        }
        if (freshSeed < 0) {
            freshSeed = new Random().nextInt(FRESH_SEEDS);
        }
        return freshSeed;
    }

    StrategyFactory strategy() {
        List<String> known = Strategies.all().stream().map(StrategyFactory::id).toList();
        return Strategies.all().get(strategy == null ? 0 : known.indexOf(Nearest.checked("strategy", strategy, known)));
    }

    RunOptions runOptions(Header header) {
        if (maxDeliveries < 1) {
            throw new UsageException("--max-deliveries must be at least 1, was " + maxDeliveries);
        }
        return RunOptions.on(header.network())
                .withTiming(header.timing())
                .withMaxDeliveries(maxDeliveries)
                .withCheckEvery(checks.checkEvery());
    }

    FuzzSettings settings(Target target, NetworkKind network) {
        if (commands != null && commands < 0) {
            throw new UsageException("--commands must not be negative, was " + commands);
        }
        Set<FaultKind> possible = faults.isEmpty() ? target.faults() : faults(target, network);
        Map<String, Double> fixed = new TreeMap<>(target.preferences().weights());
        fixed.putAll(weights(possible, network));
        return new FuzzSettings(
                target.workload(), target.clients(), commands == null ? target.preferences().commands() : commands,
                possible, fixed);
    }

    private Set<FaultKind> faults(Target target, NetworkKind network) {
        if (faults.contains(NONE)) {
            if (faults.size() > 1) {
                throw new UsageException("--faults none stands alone; leave it out, or what is beside it");
            }
            return Set.of();
        }
        List<String> known = Faults.ids(Faults.ALL);
        Set<FaultKind> chosen = new LinkedHashSet<>();
        for (String name : faults) {
            if (name.equals(ALL)) {
                chosen.addAll(Faults.all(network));
                chosen.addAll(target.faults());
                continue;
            }
            FaultKind kind = Faults.ALL.get(known.indexOf(Nearest.checked("fault", name, known)));
            if (!kind.existsOn(network)) {
                throw new UsageException("the fault '" + name + "' does not exist on a " + network.id()
                        + " network; there are "
                        + String.join(", ", Faults.ids(Faults.ALL.stream().filter(k -> k.existsOn(network)).toList())));
            }
            chosen.add(kind);
        }
        return chosen;
    }

    private Map<String, Double> weights(Set<FaultKind> possible, NetworkKind network) {
        Map<String, Double> map = new TreeMap<>();
        for (String weight : weights) {
            String[] parts = weight.split("=", 2);
            Nearest.checked("weight", parts[0], Strategies.moves());
            if (parts.length < 2 || !parts[1].matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                throw new UsageException("--weights '" + weight + "' must be of the form KIND=NUMBER, as "
                        + parts[0] + "=0.5 (digits and a point)");
            }
            if (map.put(parts[0], Double.parseDouble(parts[1])) != null) {
                throw new UsageException("--weights '" + parts[0] + "' is given twice; leave one out");
            }
            if (map.get(parts[0]) > 0) {
                checkFault(parts[0], possible, network);
            }
        }
        return map;
    }

    /** A weight must not be without effect. */
    private static void checkFault(String move, Set<FaultKind> possible, NetworkKind network) {
        Optional<FaultKind> fault = Faults.ofMove(move);
        if (fault.isEmpty() || possible.contains(fault.get())) {
            return;
        }
        String effect = "--weights '" + move + "' has no effect: the fault '" + fault.get().id() + "' ";
        if (!fault.get().existsOn(network)) {
            throw new UsageException(effect + "does not exist on a " + network.id() + " network");
        }
        Set<FaultKind> wanted = new LinkedHashSet<>(possible);
        wanted.add(fault.get());
        throw new UsageException(effect + "is off; switch it on with --faults " + String.join(",", Faults.ids(wanted)));
    }
}
