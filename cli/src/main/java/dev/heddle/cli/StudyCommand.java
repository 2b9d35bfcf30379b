package dev.heddle.cli;

import dev.heddle.cli.study.Cell;
import dev.heddle.cli.study.Chart;
import dev.heddle.cli.study.Measured;
import dev.heddle.cli.study.Results;
import dev.heddle.cli.study.Summary;
import dev.heddle.cli.study.Table;
import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.Progress;
import dev.heddle.cli.text.Terminal;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Obstacle;
import dev.heddle.harness.fuzz.RunDirectory;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.strategy.Idea;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.report.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle study}: how many deliveries each strategy needs for each bug. */
@Command(
        name = "study",
        description = "Measure how many deliveries each strategy needs for each bug; go on where it was interrupted.")
final class StudyCommand implements Callable<Integer> {
    private static final String NO_BUG = "none";

    private final Environment environment;
    private final Output output;

    @Parameters(paramLabel = "TARGET", arity = "0..1", description = "What is under test (default: raft).")
    private String target = "raft";

    @Mixin
    private ClassPathOption classPath;

    @Option(names = "--bugs", paramLabel = "ID,…", split = ",",
            description = "Bugs, by comma; 'none' is the target as it is (default: all that the target has).")
    private List<String> bugs = new ArrayList<>();

    @Option(names = "--strategies", paramLabel = "NAME,…", split = ",",
            description = "Strategies, by comma (default: all).")
    private List<String> strategies = new ArrayList<>();

    @Option(names = "--without", paramLabel = "IDEA,…", split = ",",
            description = "Run each strategy once more without this idea, for each: swarm, weights, feedback"
                    + " (default: none).")
    private List<String> without = new ArrayList<>();

    @Option(names = "--seeds", paramLabel = "N", description = "The seeds 1 to N (default: 20).")
    private int seeds = 20;

    @Option(names = "--deliveries", paramLabel = "N", description = "The budget of each seed (default: 5000000).")
    private long deliveries = 5_000_000;

    @Mixin
    private JobsOption jobs;

    @Option(names = "--out", paramLabel = "DIR", description = "Where results are, and are added (default: study).")
    private String out = "study";

    @Mixin
    private OutputOptions display;

    StudyCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() throws Exception {
        if (seeds < 1 || deliveries < 1) {
            throw new UsageException("--seeds and --deliveries must be at least 1");
        }
        int workers = jobs.count();
        try (Subject subject = Subject.open(environment, Header.of(target, TargetOptions.DEFAULT_NODES, 0),
                classPath)) {
            List<TargetFactory.Bug> chosen = chosenBugs(subject);
            List<Cell> cells = cells(chosen.stream().map(TargetFactory.Bug::id).toList());
            Path folder = Path.of(out);
            Results results = results(folder);
            List<Cell> left = cells.stream().filter(cell -> results.of(cell, deliveries) == null).toList();
            output.line(searches(cells.size()) + ", " + (cells.size() - left.size()) + " of them known from "
                    + folder.resolve("results.csv"));
            // Searches look for an interrupt between executions; what they measured by then is on disk.
            environment.interrupts().onInterrupt(() -> {});
            Progress progress = new Progress(output.err(), Terminal.present() && !display.quiet());
            new Study(environment, subject, chosen, deliveries, workers).run(left, results,
                    done -> progress.update(() -> done + " of " + searches(left.size())));
            progress.clear();
            report(cells, chosen, results, folder);
            return environment.interrupts().requested() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    private static String searches(int count) {
        return Quantity.of(count, "search", "searches");
    }

    private static Results results(Path folder) {
        try {
            return Results.in(folder.resolve("results.csv"));
        } catch (IOException e) {
            throw new UsageException("results cannot be kept in '" + folder + "' (" + Obstacle.in(folder, e)
                    + "); give another folder with --out DIR", e);
        }
    }

    private List<TargetFactory.Bug> chosenBugs(Subject subject) {
        List<TargetFactory.Bug> known = new ArrayList<>(subject.source().factory().bugs());
        if (bugs.isEmpty()) {
            return known;
        }
        known.add(new TargetFactory.Bug(NO_BUG, "the target as it is"));
        List<String> ids = known.stream().map(TargetFactory.Bug::id).toList();
        return bugs.stream().distinct().map(id -> known.get(ids.indexOf(Nearest.checked("bug", id, ids)))).toList();
    }

    /** Seed by seed, so that what is there when it is interrupted compares all with all. */
    private List<Cell> cells(List<String> bugIds) {
        List<String> known = Strategies.all().stream().map(StrategyFactory::id).toList();
        List<String> names = strategies.isEmpty() ? known : strategies.stream().distinct().toList();
        names.forEach(name -> Nearest.checked("strategy", name, known));
        List<String> ideas = Arrays.stream(Idea.values()).map(Idea::id).toList();
        without.forEach(idea -> Nearest.checked("idea", idea, ideas));
        List<Cell> cells = new ArrayList<>();
        for (long seed = 1; seed <= seeds; seed++) {
            for (String bug : bugIds) {
                for (String name : names) {
                    long own = seed;
                    Stream.concat(Stream.of(""), without.stream().distinct())
                            .forEach(idea -> cells.add(new Cell(bug, name, idea, own)));
                }
            }
        }
        return cells;
    }

    private void report(List<Cell> cells, List<TargetFactory.Bug> chosen, Results results, Path folder)
            throws IOException {
        List<String> ids = chosen.stream().map(TargetFactory.Bug::id).toList();
        List<String> contestants = cells.stream().map(Cell::contestant).distinct().toList();
        List<Measured> measured =
                cells.stream().map(cell -> results.of(cell, deliveries)).filter(Objects::nonNull).toList();
        List<Summary> summaries = Summary.all(ids, contestants, measured, deliveries);
        Table table = new Table(ids, contestants, summaries, deliveries);
        RunDirectory.writeWhole(folder.resolve("study.md"), table.markdown());
        RunDirectory.writeWhole(folder.resolve("study.svg"),
                new Chart(ids, contestants, summaries, deliveries).svg());
        table.markdown().lines().forEach(output::line);
        output.line("the same in " + folder.resolve("study.md") + ", a chart in " + folder.resolve("study.svg"));
        boolean interrupted = environment.interrupts().requested();
        if (interrupted) {
            output.note("heddle: interrupted after " + measured.size() + " of "
                    + searches(cells.size()) + "; the same command goes on");
        }
        output.result(new Json()
                .put("outcome", interrupted ? "interrupted" : "passed")
                .put("exit", interrupted ? ExitCode.INTERRUPTED : ExitCode.OK)
                .put("message", interrupted ? "interrupted; the same command goes on" : null)
                .put("target", target)
                .put("seeds", seeds)
                .put("budget", deliveries)
                .put("searches", cells.size())
                .put("measured", measured.size())
                .put("results", summaries.stream().map(StudyCommand::json).toList()));
    }

    private static Json json(Summary s) {
        return new Json()
                .put("bug", s.bug())
                .put("strategy", s.contestant())
                .put("seeds", s.seeds())
                .put("missed", s.missed())
                .put("medianDeliveries", s.median())
                .put("p95Deliveries", s.p95())
                .put("medianSeconds", s.medianSeconds())
                .put("p95Seconds", s.p95Seconds());
    }
}
