package dev.heddle.cli;

import dev.heddle.cli.FuzzResult.Kept;
import dev.heddle.cli.process.Launch;
import dev.heddle.cli.text.Progress;
import dev.heddle.cli.text.Terminal;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Campaign;
import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.world.HookError;
import dev.heddle.minimizer.engine.FreshExecutions;
import dev.heddle.report.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle fuzz}: random executions until something breaks. */
@Command(name = "fuzz", description = "Run random executions until an invariant breaks; save, verify and report.")
final class FuzzCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(FuzzCommand.class);
    /** How long an interrupted campaign may take to finish the executions that run. */
    private static final long GRACE_NANOS = 2_000_000_000L;

    private final Environment environment;
    private final Output output;

    @Parameters(paramLabel = "TARGET", description = "A bundled target, or with --classpath a scenario's class name.")
    private String target;

    @Mixin
    private TargetOptions configuration;

    @Mixin
    private SearchOptions search;

    @Mixin
    private BudgetOptions budget;

    @Option(names = "--coverage", description = "Count what happens in all executions, and say what never did.")
    private boolean coverage;

    @Option(names = "--no-minimize", description = "Do not make the find short.")
    private boolean noMinimize;

    @Option(names = "--out", paramLabel = "DIR", description = "Where runs are saved (default: runs).")
    private String out = "runs";

    @Mixin
    private OutputOptions display;

    FuzzCommand(Environment environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    @Override
    public Integer call() {
        Header header = configuration.header(target, search.seed());
        output.seed(header.seed(), search.seedGiven());
        try (Subject subject = configuration.open(environment, header)) {
            if (configuration.nodesGiven()) {
                subject.checkNodes(header.nodes());
            }
            CampaignOptions options = options(subject);
            RunFiles files = new RunFiles(output, header, out);
            output.heading("seed " + header.seed() + ": " + target
                    + (header.bugs().isEmpty() ? "" : " with " + String.join(", ", header.bugs())));
            FuzzResult result = run(subject, campaign(subject, options), options, files);
            int exit = report(result, files);
            if (result.kept().isEmpty()) {
                subject.needsOfBugs().forEach(line -> output.note("heddle: " + line));
            }
            return exit;
        }
    }

    private Campaign campaign(Subject subject, CampaignOptions options) {
        Campaign campaign = new Campaign(subject::another, options);
        return coverage ? campaign.covering() : campaign;
    }

    private CampaignOptions options(Subject subject) {
        Header header = subject.header();
        return new CampaignOptions(
                header,
                Set.copyOf(subject.invariants(search.checks().invariants())),
                search.runOptions(header),
                search.strategy(),
                search.settings(subject.target(), header.network()),
                budget.executions(),
                budget.timeNanos(),
                budget.jobs(),
                budget.keepGoing());
    }

    private FuzzResult run(Subject subject, Campaign campaign, CampaignOptions options, RunFiles files) {
        environment.interrupts().onInterrupt(() -> {
            campaign.stop();
            environment.freshJvm().killAll();
        });
        KeptFinds finds = new KeptFinds(files);
        Watch watch = new Watch(campaign, finds, new Progress(output.err(), Terminal.present() && !display.quiet()));
        LOG.debug("a campaign with strategy {}, {} workers, at most {} executions and {} s", options.strategy().id(),
                options.jobs(), options.executions(), options.timeNanos() / 1_000_000_000L);
        CampaignResult result = search(campaign, watch, finds);
        LOG.debug("the campaign ended: {}, {} executions, {} deliveries, {} ms", result.ending(), result.executions(),
                result.deliveries(), result.nanos() / 1_000_000L);
        double seconds = watch.secondsToFind > 0 ? watch.secondsToFind : Launch.secondsSinceStart();
        if (result.ending() == CampaignResult.Ending.HUNG) {
            environment.threadLeftBehind().set(true);
        }
        List<Kept> kept = finds.save(result.finds());
        if (!environment.interrupts().requested()) {
            kept = new Verification(environment, output, files, this::replay).of(kept);
        }
        kept = minimized(subject, options, files, kept);
        boolean interrupted = environment.interrupts().requested();
        return new FuzzResult(options.header(), options.strategy().id(), options.keepGoing(), interrupted, result,
                seconds, kept,
                coverage
                        ? new CoverageReport(campaign.coverage(), result.executions(), options.settings().faults())
                        : null,
                pages(subject, options, files, kept));
    }

    /** The page about the find, or null where there is none to show; those of other finds lie beside it. */
    private Path pages(Subject subject, CampaignOptions options, RunFiles files, List<Kept> kept) {
        Kept primary = FuzzResult.primary(kept).orElse(null);
        Filming filming =
                new Filming(environment, subject, List.copyOf(options.invariants()), options.run().checkEvery());
        ReportFile pages = new ReportFile(
                filming, output, files, this::replay, options.keepGoing() ? CampaignFile.NAME : null);
        Path report = null;
        for (Kept find : kept) {
            if (find.replayable() && !environment.interrupts().requested()) {
                Path page = pages.of(CampaignFile.page(find, primary), find.find().schedule(), find.schedule(),
                        find.minimized());
                report = find == primary ? page : report;
            }
        }
        return report;
    }

    /** The finds with what became of making small those that can be replayed, each within the same limits. */
    private List<Kept> minimized(Subject subject, CampaignOptions options, RunFiles files, List<Kept> kept) {
        Minimization.Terms terms = new Minimization.Terms(
                List.copyOf(options.invariants()), options.run().checkEvery(), options.settings().faults(),
                FreshExecutions.of(options.strategy(), options.settings(), options.run().maxDeliveries()),
                MinimizeOptions.defaults(options.jobs()), false);
        List<Kept> small = new ArrayList<>();
        for (Kept find : kept) {
            boolean wanted = !noMinimize && find.replayable() && !environment.interrupts().requested();
            Progress progress = new Progress(output.err(), Terminal.present() && !display.quiet());
            small.add(!wanted ? find : minimized(find, new Minimization(
                    environment, output, subject, files, small.size(), terms, progress, this::replay)));
        }
        return small;
    }

    /** Whatever goes wrong with one find has no part in what the campaign came to: it stays as it was found. */
    private Kept minimized(Kept find, Minimization work) {
        try {
            return find.minimized(work.of(find.find().schedule()));
        } catch (HookError | RuntimeException e) {
            output.note("heddle: " + find.schedule() + " could not be minimized: " + e);
            return find;
        }
    }

    /** Runs the campaign; whatever ends it, what was found is on disk. */
    private CampaignResult search(Campaign campaign, Watch watch, KeptFinds finds) {
        long start = WallClock.nanos();
        try {
            return campaign.run(watch);
        } catch (Watch.OverdueException e) {
            return new CampaignResult(CampaignResult.Ending.STOPPED, campaign.finds(), campaign.executions(),
                    campaign.deliveries(), WallClock.nanos() - start, campaign.undecided(), campaign.tallies());
        } catch (Throwable e) {
            campaign.stop();
            watch.progress.clear();
            finds.save(campaign.finds()).stream().map(Kept::schedule).filter(Objects::nonNull)
                    .forEach(file -> output.note("heddle: found before what follows: " + file));
            if (e.getCause() instanceof UsageException refused) {
                throw refused;
            } else if (e.getCause() instanceof HookError fault) {
                throw fault;
            }
            throw e;
        } finally {
            watch.progress.clear();
        }
    }

    private int report(FuzzResult result, RunFiles files) {
        FuzzReport report = new FuzzReport(result);
        Path campaign = result.keepGoing() ? files.save(CampaignFile.NAME, new CampaignFile(result).html()) : null;
        Json json = report.json().put("campaign", campaign == null ? null : FuzzReport.text(campaign));
        if (result.worthKeeping()) {
            files.save("summary.json", json + "\n");
        }
        (display.quiet() ? report.essentials() : report.lines()).forEach(output::line);
        if (campaign != null && !display.quiet()) {
            output.line("all that was found is in " + FuzzReport.text(campaign));
        }
        report.faults().forEach(line -> output.note("heddle: " + line));
        result.primary().filter(k -> k.schedule() != null && k.fault() == null).ifPresent(k -> {
            if (!display.quiet()) {
                output.line("replay it with");
            }
            output.line(Launch.commandLine(replay(k.shortened() ? k.minimized().schedule() : k.schedule())));
        });
        output.result(json);
        return result.exit();
    }

    private List<String> replay(Path schedule) {
        List<String> arguments = new ArrayList<>(List.of("replay", schedule.toString()));
        arguments.addAll(search.checks().arguments());
        arguments.addAll(configuration.classPath().arguments());
        return arguments;
    }

    /** Looks at a campaign while it runs. */
    private final class Watch implements Runnable {
        private final Campaign campaign;
        private final KeptFinds finds;
        private final Progress progress;
        private double secondsToFind;
        private long interruptedNanos;

        /** An execution that runs does not end soon enough after an interrupt. */
        private static final class OverdueException extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        Watch(Campaign campaign, KeptFinds finds, Progress progress) {
            this.campaign = campaign;
            this.finds = finds;
            this.progress = progress;
        }

        @Override
        public void run() {
            if (secondsToFind == 0 && !campaign.finds().isEmpty()) {
                secondsToFind = Launch.secondsSinceStart();
            }
            finds.save(campaign.finds());
            if (environment.interrupts().requested()) {
                long now = WallClock.nanos();
                interruptedNanos = interruptedNanos == 0 ? now : interruptedNanos;
                if (now - interruptedNanos > GRACE_NANOS) {
                    environment.threadLeftBehind().set(true);
                    throw new OverdueException();
                }
            }
            progress.update(campaign::executions, campaign::deliveries);
        }
    }
}
