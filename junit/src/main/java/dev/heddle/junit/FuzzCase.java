package dev.heddle.junit;

import dev.heddle.harness.fuzz.Campaign;
import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.HookError;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Random executions of the scenario; what breaks is saved, verified and made short. */
record FuzzCase(Settings settings, Realms realms, Verdict verdict, Path corpus) implements Case {

    @Override
    public String name() {
        String count = settings.executions() == Long.MAX_VALUE
                ? ""
                : ", " + Quantity.of(settings.executions(), "execution");
        return "fuzz seed " + settings.seed() + count + (settings.time().isEmpty() ? "" : ", " + settings.time());
    }

    @Override
    public void run() {
        TargetFactory factory = Realms.opened(realms::shared);
        Header plain = settings.header(factory);
        Target target = Realms.opened(() -> Realms.target(factory, plain));
        Header header = plain.withNodes(target.nodes().size()).withTiming(settings.timing(target));
        CampaignOptions options = settings.campaign(target, header);
        CampaignResult result = searched(options);
        if (!result.finds().isEmpty()) {
            throw reported(result.finds().get(0), options);
        }
    }

    private CampaignResult searched(CampaignOptions options) {
        Queue<TargetFactory> factories = new ConcurrentLinkedQueue<>(realms.forWorkers(options.jobs()));
        try {
            return new Campaign(() -> Realms.target(factories.remove(), options.header()), options).run(() -> {});
        } catch (IllegalStateException e) {
            if (e.getCause() instanceof BrokenTestException broken) {
                throw broken;
            } else if (e.getCause() instanceof HookError thrown) {
                throw new BrokenTestException(thrown.getMessage(), thrown);
            }
            throw e;
        }
    }

    /** The failure that a find is. */
    private Error reported(Find find, CampaignOptions options) {
        Finding finding = new Finding(find, options, settings, verdict);
        Path file = finding.saved();
        if (find.outcome() instanceof Outcome.Faulty faulty) {
            throw new BrokenTestException(
                    faulty.error().getMessage() + "; the schedule so far is " + file, faulty.error());
        } else if (find.outcome() instanceof Outcome.Rejected rejected) {
            return verdict.rejected(rejected.breach(), finding.origin(), file);
        }
        TargetFactory fresh = Realms.opened(realms::fresh);
        Header header = find.schedule().header();
        Playback playback = new Playback(Realms.target(fresh, header), List.copyOf(options.invariants()));
        Playback.Result again = playback.strict(find.schedule());
        return again.outcome().sameAs(find.outcome())
                ? finding.shortened(realms.forWorkers(options.jobs()), corpus)
                : finding.unreliable();
    }
}
