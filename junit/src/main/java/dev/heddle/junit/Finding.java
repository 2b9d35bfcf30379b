package dev.heddle.junit;

import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.fuzz.CorpusPlace;
import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.fuzz.RunDirectory;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.BrokenRulesException;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Minimized;
import dev.heddle.minimizer.Minimizer;
import dev.heddle.minimizer.MinimizerListener;
import dev.heddle.minimizer.MinimizerOptions;
import dev.heddle.minimizer.UnreliableException;
import dev.heddle.minimizer.engine.EngineExperiment;
import dev.heddle.minimizer.engine.FreshExecutions;
import dev.heddle.minimizer.pass.Passes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What fuzzing found, its files and what is said about it. */
record Finding(Find find, CampaignOptions options, Settings settings, Verdict verdict) {
    private static final long MINIMIZING_NANOS = 60_000_000_000L;
    private static final String FOUND = "found.schedule";
    private static final String MINIMIZED = "minimized.schedule";

    /** Saves the find as it is. */
    Path saved() {
        return write(FOUND, ScheduleFormat.write(find.schedule(), List.of("execution " + find.execution())));
    }

    /** Where it comes from, in words. */
    String origin() {
        return String.format(Locale.ROOT, "found by %s in execution %,d of seed %d", simpleName(), find.execution(),
                settings.seed());
    }

    /** The failure where the find, replayed by classes that were loaded anew, is another one. */
    AssertionError unreliable() {
        return verdict.failure(
                List.of(violation().headline(), "  " + origin()),
                List.of("The schedule does not show this again when the scenario is loaded anew: the actors are not"
                        + " deterministic under control.", "Usual reasons: state in static fields, a text that holds an"
                        + " identity hash, iteration over a set of Set.of or HashSet. 'heddle audit' finds out which."),
                List.of("the schedule: " + folder().resolve(FOUND)));
    }

    /**
     * The failure, with the shortest schedule that shows it.
     *
     * @param factories one for each worker; what the minimizer confirms alone, while they wait, takes its turn
     */
    AssertionError shortened(List<TargetFactory> factories, Path corpus) {
        TargetFactory first = factories.get(0);
        List<EngineExperiment> experiments = new CopyOnWriteArrayList<>();
        AtomicInteger taken = new AtomicInteger();
        Minimizer minimizer = new Minimizer(
                () -> experiment(factories.get(taken.getAndIncrement() % factories.size()), experiments),
                Passes.all(options.settings().faults()),
                new MinimizerOptions(options.jobs(), MinimizerOptions.DEFAULT_REPLAYS, MINIMIZING_NANOS)
                        .lookingAfresh(),
                hangs(experiments));
        try {
            return told(minimizer.run(find.schedule()), first, corpus);
        } catch (UnreliableException e) {
            return told(find.schedule(), violation(), e.getMessage(), FOUND, first, corpus);
        } catch (BrokenRulesException e) {
            return told(find.schedule(), violation(), "not shortened: while the violation was confirmed, "
                    + e.getMessage() + ": " + e.breach().remedy(), FOUND, first, corpus);
        } catch (HungException e) {
            minimizer.stop();
            return told(find.schedule(), violation(), "not shortened: a candidate made the target hang, its thread is"
                    + " left behind: " + e.getMessage(), FOUND, first, corpus);
        }
    }

    private EngineExperiment experiment(TargetFactory factory, List<EngineExperiment> all) {
        Header header = options.header();
        EngineExperiment experiment = new EngineExperiment(
                nodes -> Realms.target(factory, header.withNodes(nodes)), options.invariants(), run(),
                FreshExecutions.of(options.strategy(), options.settings(), options.run().maxDeliveries()));
        all.add(experiment);
        return experiment;
    }

    private RunOptions run() {
        return RunOptions.on(options.header().network()).withTiming(options.header().timing());
    }

    private static MinimizerListener hangs(List<EngineExperiment> experiments) {
        return (stage, best, replays) -> {
            for (EngineExperiment experiment : experiments) {
                RuleBreach breach = experiment.hangs();
                if (breach != null) {
                    throw new HungException(breach.what());
                }
            }
        };
    }

    private AssertionError told(Minimized minimized, TargetFactory factory, Path corpus) {
        Execution smallest = minimized.execution();
        Schedule from = find.schedule();
        Schedule small = new Schedule(
                smallest.schedule().header().withViolation(smallest.violation().shape()), smallest.events());
        String how = "minimized to " + small.length() + ": from " + from.length()
                + (minimized.oneMinimal() ? ", 1-minimal" : "");
        write(MINIMIZED, ScheduleFormat.write(small, List.of(
                smallest.violation().invariant() + ": " + smallest.violation().detail(), how)));
        return told(small, smallest.violation(), how, MINIMIZED, factory, corpus);
    }

    private AssertionError told(
            Schedule schedule, Violation violation, String how, String name, TargetFactory factory, Path corpus) {
        String trace = settings.narrative(factory, List.copyOf(options.invariants()), options.header())
                .of(schedule, violation);
        write(name.replace(".schedule", ".trace"), trace);
        Path file = folder().resolve(name);
        List<String> next = new ArrayList<>(keeping(file, corpus, violation));
        next.add("replay it alone:");
        next.add("  " + verdict.replay(file));
        return verdict.failure(
                List.of(violation.headline(), "  " + origin(), "  " + how), Verdict.lines(trace), next);
    }

    /** How to keep it in the corpus, where it takes the place of no other. */
    private List<String> keeping(Path file, Path corpus, Violation violation) {
        String about = (simpleName() + "-" + violation.invariant() + "-" + settings.seed())
                .replaceAll("[^A-Za-z0-9_.-]", "-");
        CorpusPlace place;
        try {
            place = CorpusPlace.of(corpus, about, Files.readString(file));
        } catch (IOException e) {
            return List.of("keep it where each build replays it first: the corpus " + corpus + " cannot be read: "
                    + e.getMessage());
        }
        if (place.kept()) {
            return List.of("it is in the corpus already: " + place.file());
        }
        String beside = place.number() == 1 ? "" : " beside another of its name";
        String folder = Files.isDirectory(corpus) ? "" : "mkdir -p " + corpus + " && ";
        return List.of("keep it" + beside + ", so that each build replays it first:",
                "  " + folder + "cp -i " + file + " " + place.file());
    }

    private String simpleName() {
        String name = settings.scenario();
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private Violation violation() {
        return ((Outcome.Violated) find.outcome()).violation();
    }

    /** Beside what the build makes; the next run of the test replaces what is there. */
    private Path folder() {
        boolean gradle = !Files.exists(Path.of("pom.xml"))
                && (Files.exists(Path.of("build.gradle")) || Files.exists(Path.of("build.gradle.kts")));
        return Path.of(gradle ? "build" : "target", "heddle", verdict.testClass() + "." + verdict.method());
    }

    private Path write(String name, String text) {
        try {
            Files.createDirectories(folder());
            return RunDirectory.writeWhole(folder().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException("what was found cannot be saved: " + e.getMessage(), e);
        }
    }

    /** A candidate does not come to an end. */
    private static final class HungException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HungException(String what) {
            super(what);
        }
    }
}
