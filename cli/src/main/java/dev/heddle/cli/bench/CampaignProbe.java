package dev.heddle.cli.bench;

import dev.heddle.harness.fuzz.Campaign;
import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.Strategies;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Deliveries of a whole campaign with so many workers. */
public final class CampaignProbe implements Probe {
    private final String name;
    private final Supplier<Target> targets;
    private final int jobs;
    private long seed;

    public CampaignProbe(String name, Supplier<Target> targets, int jobs) {
        this.name = name;
        this.targets = targets;
        this.jobs = jobs;
    }

    @Override
    public long work(long nanos) {
        Target target = targets.get();
        CampaignOptions options = new CampaignOptions(
                Header.of(name, target.nodes().size(), ++seed),
                target.invariants().stream().map(Invariant::id).collect(Collectors.toSet()),
                RunOptions.on(NetworkKind.FIFO),
                Strategies.all().get(0),
                ExecutionProbe.settings(target),
                Long.MAX_VALUE,
                nanos,
                jobs,
                true);
        return new Campaign(targets, options).run(() -> {}).deliveries();
    }

    @Override
    public void close() {
        // A campaign closes what it opens.
    }
}
