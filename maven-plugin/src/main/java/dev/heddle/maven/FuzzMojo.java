package dev.heddle.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fuzzes scenarios: random executions until an invariant breaks or the budget is used up. What is found is saved, made
 * short and reported; the goal <code>verify</code> fails the build.
 */
@Mojo(name = "fuzz", defaultPhase = LifecyclePhase.INTEGRATION_TEST,
        requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
final class FuzzMojo extends HeddleMojo {
    private static final String FRESH = "fresh";
    private static final int FRESH_SEEDS = 1_000_000_000;
    private static final long DEFAULT_EXECUTIONS = 1_000;

    /** The class names of the scenarios, each fuzzed with the same options. */
    @Parameter(property = "heddle.scenarios")
    private List<String> scenarios;

    /** The source of all choices, or <code>fresh</code>: the same seed gives the same executions and verdict. */
    @Parameter(property = "heddle.seed", defaultValue = "1")
    private String seed;

    /** Ends after so many executions (default: 1,000, or no limit where a time is given). */
    @Parameter(property = "heddle.executions")
    private Long executions;

    /** Ends after so long: <code>30s</code>, <code>5m</code> (default: no limit). */
    @Parameter(property = "heddle.time")
    private String time;

    /** Seeded bugs that are on. */
    @Parameter(property = "heddle.bugs")
    private List<String> bugs;

    /** The number of nodes. */
    @Parameter(property = "heddle.nodes")
    private String nodes;

    /** What the network promises: <code>fifo</code> or <code>udp</code>. */
    @Parameter(property = "heddle.network")
    private String network;

    /** When timers may fire: <code>asynchronous</code> or <code>ordered</code>. */
    @Parameter(property = "heddle.timing")
    private String timing;

    /** Kinds of fault by comma, <code>none</code> or <code>all</code>. */
    @Parameter(property = "heddle.faults")
    private String faults;

    /** How likely kinds of events are, by comma: <code>command=5,timer=3</code>. */
    @Parameter(property = "heddle.weights")
    private String weights;

    /** The most commands in an execution. */
    @Parameter(property = "heddle.commands")
    private String commands;

    /** The most deliveries in an execution. */
    @Parameter(property = "heddle.maxDeliveries")
    private String maxDeliveries;

    /** Options of the scenario's own, each <code>K</code> or <code>K=V</code>. */
    @Parameter(property = "heddle.targetOptions")
    private List<String> targetOptions;

    /** Ids of the invariants to check (default: all). */
    @Parameter(property = "heddle.invariants")
    private List<String> invariants;

    /** Invariants are checked after every so-many-th step. */
    @Parameter(property = "heddle.checkEvery")
    private String checkEvery;

    /** What decides the order of events. */
    @Parameter(property = "heddle.strategy")
    private String strategy;

    /** The number of workers (default: all cores); it does not change what is found. */
    @Parameter(property = "heddle.jobs")
    private String jobs;

    /** Copies a find into the corpus, instead of telling how to. */
    @Parameter(property = "heddle.keep", defaultValue = "false")
    private boolean keep;

    @Override
    void run() throws IOException, MojoExecutionException {
        if (scenarios == null || scenarios.isEmpty()) {
            throw new MojoExecutionException("no scenario is named; name the class with <scenarios><scenario>"
                    + "com.example.MyScenario</scenario></scenarios> in the plugin's configuration, or with"
                    + " -Dheddle.scenarios=com.example.MyScenario");
        }
        String seedOfAll = FRESH.equals(seed) ? String.valueOf(new Random().nextInt(FRESH_SEEDS)) : seed;
        List<String> wrong = new ArrayList<>();
        for (String scenario : scenarios) {
            TestReport report = new TestReport(scenario, List.of(fuzzed(scenario, seedOfAll)));
            wrong.addAll(report(report));
        }
        wrongFile().add(wrong);
    }

    private TestReport.Case fuzzed(String scenario, String seedOfAll) throws IOException {
        Long limit = executions == null && time == null ? Long.valueOf(DEFAULT_EXECUTIONS) : executions;
        Options options = new Options("fuzz", scenario)
                .put("--seed", seedOfAll).put("--executions", limit).put("--time", time)
                .putAll("--bug", bugs).put("--nodes", nodes).put("--network", network).put("--timing", timing)
                .put("--faults", faults).put("--weights", weights).put("--commands", commands)
                .put("--max-deliveries", maxDeliveries).putAll("--target-option", targetOptions)
                .putAll("--invariant", invariants).put("--check-every", checkEvery).put("--strategy", strategy)
                .put("--jobs", jobs).put("--out", out());
        Json json = heddle(options).json();
        String name = "fuzz seed " + seedOfAll
                + (limit == null ? "" : ", " + Words.executions(limit))
                + (time == null ? "" : ", " + time);
        return switch (json.text("outcome")) {
            case "passed" -> ended(name, json, TestReport.Ending.PASSED, "", "");
            case "violation" -> ended(name, json, TestReport.Ending.FAILED, json.object("violation").text("headline"),
                    found(scenario, seedOfAll, json));
            case "rejected" -> ended(name, json, TestReport.Ending.FAILED,
                    "rejected: " + json.object("rejected").text("what"), Words.rejected(json.object("rejected")));
            default -> ended(name, json, TestReport.Ending.ERROR, json.text("message"), "");
        };
    }

    private static TestReport.Case ended(
            String name, Json json, TestReport.Ending ending, String message, String text) {
        return new TestReport.Case(name, json.number("seconds"), ending, message, text);
    }

    /** Everything about a find: how it came to be, what happens in it, and what to do with it. */
    private String found(String scenario, String seedOfAll, Json json) throws IOException {
        Json found = json.object("found");
        Json minimized = json.object("minimized");
        boolean small = !minimized.text("schedule").isEmpty();
        Path schedule = Path.of(small ? minimized.text("schedule") : found.text("schedule"));
        List<String> lines = new ArrayList<>(Words.found(found, minimized));
        if (small) {
            lines.addAll(story(schedule.resolveSibling("minimized.trace")));
        }
        String invariant = json.object("violation").text("invariant");
        String about = Words.nameInCorpus(scenario, invariant, seedOfAll);
        CorpusPlace place = CorpusPlace.of(base().resolve(corpus()), about, contents(schedule));
        Path kept = corpus().resolve(place.name());
        lines.addAll(keeping(schedule, place, kept));
        boolean there = keep || place.kept();
        lines.addAll(ways((there ? kept : schedule).toString(), schedule.resolveSibling("report.html")));
        return String.join("\n", lines);
    }

    /** Keeps a find, or says how to; it takes the place of no other. */
    private List<String> keeping(Path schedule, CorpusPlace place, Path kept) throws IOException {
        String beside = place.another() ? " beside another of its name" : "";
        if (place.kept()) {
            return List.of("it is in the corpus already: " + kept);
        } else if (keep) {
            Files.createDirectories(base().resolve(kept).getParent());
            Files.writeString(base().resolve(kept), contents(schedule));
            return List.of("kept as " + kept + beside + ": commit it, and goal replay follows it in each build");
        }
        String folder = Files.isDirectory(base().resolve(corpus())) ? "" : "mkdir -p " + corpus() + " && ";
        return List.of("keep it" + beside + ", so that goal replay follows it in each build:",
                "  " + folder + "cp -i " + schedule + " " + kept);
    }
}
