package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.run.TargetFactory.Bug;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.report.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code heddle list}: what there is to choose from. */
@Command(name = "list", description = "Show targets, their bugs, options and invariants, strategies and faults.")
final class ListCommand implements Callable<Integer> {
    private final Environment environment;
    private final Output output;

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            description = "Targets to show (default: the bundled ones).")
    private List<String> targets = new ArrayList<>();

    @Mixin
    private ClassPathOption classPath;

    @Mixin
    private OutputOptions display;

    /**
     * What is to be known of a target.
     *
     * @param udp null where the target refuses such a network
     * @param refusal why it does, or null
     */
    private record Entry(
            String name, List<Bug> bugs, List<TargetFactory.Option> options, List<String> invariants,
            List<String> optional, List<String> fifo, List<String> udp, String refusal) {
        Json json() {
            return new Json()
                    .put("name", name)
                    .put("bugs", bugs.stream()
                            .map(Entry::json)
                            .toList())
                    .put("options", options.stream().map(Entry::json).toList())
                    .put("invariants", invariants)
                    .put("optionalInvariants", optional)
                    .put("faults", new Json().put("fifo", fifo).put("udp", udp))
                    .put("udpRefused", refusal);
        }

        private static Json json(Bug bug) {
            Json options = new Json();
            bug.options().forEach(options::put);
            return new Json()
                    .put("id", bug.id())
                    .put("summary", bug.summary())
                    .put("options", options)
                    .put("needs", bug.needs());
        }

        private static Json json(TargetFactory.Option option) {
            return new Json()
                    .put("name", option.name())
                    .put("values", option.values())
                    .put("summary", option.summary());
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add("target " + name);
            bugs.forEach(b -> lines.add("  bug " + b.id() + ": " + b.summary() + extras(b)));
            options.forEach(o -> lines.add("  target option " + o.name()
                    + (o.values().isEmpty() ? "" : "=" + o.values()) + ": " + o.summary()));
            invariants.forEach(id -> lines.add("  invariant " + id));
            optional.forEach(id -> lines.add("  invariant " + id + " (only with --invariant " + id + ")"));
            lines.add("  faults on fifo: " + orNone(fifo));
            lines.add(udp == null ? "  udp: refused (" + refusal + ")" : "  faults on udp: " + orNone(udp));
            return lines;
        }

        /** What is set with a bug, and what it needs besides. */
        private static String extras(Bug bug) {
            String options = bug.options().entrySet().stream()
                    .map(e -> " --target-option " + e.getKey() + (e.getValue().isEmpty() ? "" : "=" + e.getValue()))
                    .collect(Collectors.joining());
            return (options.isEmpty() ? "" : "; sets" + options)
                    + (bug.needs().isEmpty() ? "" : "; needs " + String.join(" ", bug.needs()));
        }

        private static String orNone(List<String> names) {
            return names.isEmpty() ? "none" : String.join(", ", names);
        }
    }

    ListCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() {
        if (targets.isEmpty() && !classPath.paths().isEmpty()) {
            throw new UsageException("--classpath says where your scenario is, and not which class it is: add its name,"
                    + " as in list com.example.MyScenario --classpath my.jar");
        }
        List<Entry> entries = (targets.isEmpty() ? environment.catalog().names() : targets)
                .stream().map(this::entry).toList();
        entries.forEach(entry -> entry.lines().forEach(output::line));
        for (StrategyFactory strategy : Strategies.all()) {
            output.line("strategy " + strategy.id() + ": " + strategy.summary());
        }
        output.line("weights: " + String.join(", ", Strategies.moves()));
        output.line("faults: " + String.join(", ", faults(Faults.ALL)));
        output.result(new Json()
                .put("targets", entries.stream().map(Entry::json).toList())
                .put("strategies", Strategies.all().stream()
                        .map(s -> new Json().put("name", s.id()).put("summary", s.summary()))
                        .toList())
                .put("weights", Strategies.moves())
                .put("faults", faults(Faults.ALL)));
        return ExitCode.OK;
    }

    private Entry entry(String name) {
        Header header = Header.of(name, TargetOptions.DEFAULT_NODES, 0);
        try (Subject fifo = Subject.open(environment, header, classPath)) {
            List<String> udp = null;
            String refusal = null;
            try {
                udp = faults(fifo.on(NetworkKind.UDP).faults());
            } catch (UsageException e) {
                refusal = e.getMessage();
            }
            TargetFactory factory = fifo.source().factory();
            return new Entry(name, factory.bugs(), factory.options(),
                    fifo.target().invariants().stream().map(Invariant::id).toList(),
                    fifo.target().optionalInvariants().stream().map(Invariant::id).toList(),
                    faults(fifo.target().faults()), udp, refusal);
        }
    }

    private static List<String> faults(Collection<FaultKind> kinds) {
        return Faults.ids(kinds);
    }
}
