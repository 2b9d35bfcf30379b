package dev.heddle.cli;

import dev.heddle.cli.FuzzResult.Kept;
import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.process.Launch;
import dev.heddle.cli.text.Progress;
import dev.heddle.cli.text.Terminal;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Campaign;
import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code heddle fuzz}: random executions until something breaks. */
@Command(name = "fuzz", description = "Run random executions until an invariant breaks; save, verify and report.")
final class FuzzCommand implements Callable<Integer> {
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

    @Option(names = "--no-minimize", description = "Accepted; finds are not minimized yet in any case.")
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
        try (Subject subject = Subject.open(environment.catalog(), header, configuration.classPath().paths())) {
            CampaignOptions options = options(subject);
            RunFiles files = new RunFiles(output, header, out);
            output.line("seed " + header.seed() + ": " + target
                    + (header.bugs().isEmpty() ? "" : " with " + String.join(", ", header.bugs())));
            FuzzResult result = run(new Campaign(subject::another, options), options, files);
            return report(result, files);
        }
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

    private FuzzResult run(Campaign campaign, CampaignOptions options, RunFiles files) {
        environment.interrupts().onInterrupt(() -> {
            campaign.stop();
            environment.freshJvm().killAll();
        });
        Watch watch = new Watch(campaign, new Progress(output.err(), Terminal.present() && !display.quiet()));
        CampaignResult result;
        try {
            result = campaign.run(watch);
        } catch (Watch.OverdueException e) {
            result = new CampaignResult(CampaignResult.Ending.STOPPED, campaign.finds(), campaign.executions(),
                    campaign.deliveries(), 0);
        } catch (IllegalStateException e) {
            watch.progress.clear();
            save(campaign.finds(), files);
            throw e.getCause() instanceof UsageException refused ? refused : e;
        }
        watch.progress.clear();
        double seconds = watch.secondsToFind > 0 ? watch.secondsToFind : Launch.secondsSinceStart();
        if (result.ending() == CampaignResult.Ending.HUNG) {
            environment.threadLeftBehind().set(true);
        }
        List<Kept> kept = save(result.finds(), files);
        if (!environment.interrupts().requested()) {
            kept = verify(kept, files);
        }
        boolean interrupted = environment.interrupts().requested();
        return new FuzzResult(options.header(), options.strategy().id(), options.keepGoing(), interrupted, result,
                seconds, kept);
    }

    private int report(FuzzResult result, RunFiles files) {
        FuzzReport report = new FuzzReport(result);
        files.save("summary.json", report.json() + "\n");
        (display.quiet() ? report.essentials() : report.lines()).forEach(output::line);
        result.primary().filter(k -> k.schedule() != null).ifPresent(k -> {
            if (!display.quiet()) {
                output.line("replay it with");
            }
            output.line(Launch.commandLine(replay(k.schedule())));
        });
        output.result(report.json());
        return result.exit();
    }

    private static List<Kept> save(List<Find> finds, RunFiles files) {
        List<Kept> kept = new ArrayList<>();
        for (Find find : finds) {
            String what = find.outcome() instanceof Outcome.Violated v
                    ? v.violation().invariant() + ": " + v.violation().detail()
                    : "rejected: " + ((Outcome.Rejected) find.outcome()).breach().what();
            String text = ScheduleFormat.write(find.schedule(), List.of(what, "execution " + find.execution()));
            Path file = files.saveSchedule(name("found", kept.size()), text);
            kept.add(new Kept(find, file, null, ""));
        }
        return kept;
    }

    private static String name(String word, int index) {
        return word + (index == 0 ? "" : "-" + (index + 1)) + ".schedule";
    }

    /** Replays every violation in a JVM of its own. */
    private List<Kept> verify(List<Kept> kept, RunFiles files) {
        List<Kept> verified = new ArrayList<>();
        for (Kept k : kept) {
            verified.add(k.violation() == null || k.schedule() == null
                    ? k
                    : verify(k, name("unverified", verified.size()), files));
        }
        return verified;
    }

    private Kept verify(Kept k, String nameOtherwise, RunFiles files) {
        try {
            FreshJvm.Result result = environment.freshJvm().run(List.of(), replay(k.schedule()));
            if (result.exit() == ExitCode.VIOLATION) {
                return k.verifiedAs(k.schedule(), true, "");
            } else if (environment.interrupts().requested() || result.exit() == ExitCode.INTERRUPTED) {
                return k;
            }
            Path file = files.rename(k.schedule(), nameOtherwise);
            return k.verifiedAs(file, false, (result.out() + result.err()).strip());
        } catch (IOException e) {
            output.note("heddle: the find could not be verified in a fresh JVM: " + e.getMessage());
            return k;
        }
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
        private final Progress progress;
        private double secondsToFind;
        private long interruptedNanos;

        /** An execution that runs does not end soon enough after an interrupt. */
        private static final class OverdueException extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        Watch(Campaign campaign, Progress progress) {
            this.campaign = campaign;
            this.progress = progress;
        }

        @Override
        public void run() {
            if (secondsToFind == 0 && !campaign.finds().isEmpty()) {
                secondsToFind = Launch.secondsSinceStart();
            }
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
