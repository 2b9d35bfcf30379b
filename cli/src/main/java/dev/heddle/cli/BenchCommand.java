package dev.heddle.cli;

import dev.heddle.cli.bench.CampaignProbe;
import dev.heddle.cli.bench.ExecutionProbe;
import dev.heddle.cli.bench.PlainRing;
import dev.heddle.cli.bench.Rates;
import dev.heddle.cli.bench.ReplayProbe;
import dev.heddle.cli.bench.RingScenario;
import dev.heddle.cli.bench.StartProbe;
import dev.heddle.cli.process.Launch;
import dev.heddle.cli.targets.Catalog;
import dev.heddle.cli.text.DurationOption;
import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.report.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code heddle bench}: how fast it is on this machine, beside plain Akka. */
@Command(name = "bench", description = "Measure deliveries, executions and replays per second, beside plain Akka.")
final class BenchCommand implements Callable<Integer> {
    private static final String RAFT = "raft";
    private static final int NODES = TargetOptions.DEFAULT_NODES;
    /** Long, so that what it costs to begin one does not count. */
    private static final int RING_DELIVERIES = 10_000;
    private static final int EXECUTION_DELIVERIES = 200;
    private static final int REPLAY_DELIVERIES = 25;

    private static final String PLAIN = "plainAkkaInlineDeliveriesPerSecond";
    private static final String CONTROLLED = "controlledDeliveriesPerSecond";
    private static final String ON_RAFT = "raftDeliveriesPerSecond";
    private static final String EXECUTIONS = "executionsPerSecond";
    private static final String REPLAYS = "replaysPerSecond";
    private static final long SHORTEST_NANOS = 5_000_000_000L;
    private static final String ONE_JOB = "one worker";
    private static final String TWO_JOBS = "two workers";

    private final Environment environment;
    private final Output output;

    @Option(names = "--time", paramLabel = "DUR", description = "Measure for about so long (default: 35s).")
    private String time = "35s";

    @Option(names = "--first-delivery", hidden = true)
    private boolean firstDelivery;

    @Mixin
    private OutputOptions display;

    BenchCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (firstDelivery) {
            return deliverOne();
        }
        long nanos = DurationOption.nanos("--time", time);
        long end = WallClock.nanos() + nanos;
        if (nanos < SHORTEST_NANOS) {
            output.note("heddle: --time " + time + " is too short: it takes longer all the same, and the figures are of"
                    + " code that is still being compiled; 10s is the least that means anything");
        } else if (!display.quiet()) {
            output.line("measuring for " + time + "; keep the machine quiet");
        }
        double startMillis = StartProbe.startMillis(Launch.command(List.of("bench", "--first-delivery")), nanos / 6);
        Rates rates = measure(end);
        output.result(json(rates, startMillis));
        lines(rates, startMillis).forEach(output::line);
        return ExitCode.OK;
    }

    /** What a process started by a benchmark does: one delivery, and a word about it. */
    private int deliverOne() {
        try (ExecutionProbe probe =
                new ExecutionProbe(raft(), RunOptions.on(NetworkKind.FIFO).withMaxDeliveries(1), true)) {
            probe.one();
            output.line(StartProbe.DELIVERED);
            environment.out().flush();
        }
        return ExitCode.OK;
    }

    private Rates measure(long endNanos) {
        RunOptions options = RunOptions.on(NetworkKind.FIFO);
        Rates rates = new Rates();
        rates.add(PLAIN, new PlainRing(NODES));
        rates.add(CONTROLLED, new ExecutionProbe(ring(), options.withMaxDeliveries(RING_DELIVERIES), true));
        rates.add(ON_RAFT, new ExecutionProbe(raft(), options, true));
        rates.add(EXECUTIONS, new ExecutionProbe(raft(), options.withMaxDeliveries(EXECUTION_DELIVERIES), false));
        rates.add(REPLAYS, new ReplayProbe(RAFT, raft(), REPLAY_DELIVERIES));
        rates.add(ONE_JOB, new CampaignProbe(RAFT, this::raft, 1));
        rates.add(TWO_JOBS, new CampaignProbe(RAFT, this::raft, 2));
        rates.measureUntil(endNanos);
        return rates;
    }

    private Target ring() {
        return Catalog.scenario(RingScenario.class).create(NODES, NetworkKind.FIFO, List.of(), new TreeMap<>());
    }

    private Target raft() {
        return Subject.open(environment, Header.of(RAFT, NODES, 0), new ClassPathOption()).target();
    }

    private static Json json(Rates rates, double startMillis) {
        Json json = new Json();
        for (String name : List.of(PLAIN, CONTROLLED, ON_RAFT, EXECUTIONS, REPLAYS)) {
            json.put(name, Math.round(rates.of(name)));
        }
        return json.put("jobsScaling", Json.rounded(rates.ratio(TWO_JOBS, ONE_JOB)))
                .put("startMillis", Math.round(startMillis))
                .put("controlledOverPlain", Json.rounded(rates.ratio(CONTROLLED, PLAIN)))
                .put("cores", Runtime.getRuntime().availableProcessors())
                .put("jdk", Runtime.version().toString());
    }

    private static List<String> lines(Rates rates, double startMillis) {
        List<String> lines = new ArrayList<>();
        lines.add(rate(rates, PLAIN, "deliveries/s, plain Akka inlined on one thread (trivial actor)"));
        lines.add(rate(rates, CONTROLLED, String.format(Locale.ROOT,
                "deliveries/s under control (trivial actor), %.0f%% of plain", 100 * rates.ratio(CONTROLLED, PLAIN))));
        lines.add(rate(rates, ON_RAFT, "deliveries/s on the Raft, all invariants after each"));
        lines.add(rate(rates, EXECUTIONS,
                "executions/s of " + Quantity.deliveries(EXECUTION_DELIVERIES) + " on the Raft"));
        lines.add(rate(rates, REPLAYS, "replays/s of " + Quantity.deliveries(REPLAY_DELIVERIES) + " on the Raft"));
        lines.add(String.format(Locale.ROOT, "%12.2f  times one worker's deliveries with two",
                rates.ratio(TWO_JOBS, ONE_JOB)));
        lines.add(String.format(Locale.ROOT, "%12.0f  ms from start to first delivery", startMillis));
        return lines;
    }

    private static String rate(Rates rates, String name, String unit) {
        return String.format(Locale.ROOT, "%,12.0f  %s", rates.of(name), unit);
    }
}
