package dev.heddle.harness.fuzz;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.random.NodeRandom;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.RuleBreach;
import java.util.List;

/** One thread of a campaign, with a coordinator and a system of its own. */
final class Worker extends Thread {
    private final Campaign campaign;
    private final CampaignOptions options;
    /** Its workload is the own target's: with one class loader per worker, nothing is shared. */
    private FuzzSettings settings;
    private volatile Coordinator coordinator;
    private volatile Watchdog watchdog;
    private volatile long current;
    private volatile long executions;
    private volatile long deliveries;

    Worker(Campaign campaign, String name) {
        super(name);
        setDaemon(true);
        this.campaign = campaign;
        options = campaign.options();
    }

    @Override
    public void run() {
        try {
            Target target = campaign.targets().get();
            settings = options.settings().withWorkload(target.workload());
            List<Invariant> checked = target.invariants().stream()
                    .filter(i -> options.invariants().contains(i.id()))
                    .toList();
            try (Coordinator own = new Coordinator(target, checked, options.run())) {
                coordinator = own;
                watchdog = new Watchdog(this, own, campaign.clock());
                for (long i = campaign.take(); i >= 0; i = campaign.take()) {
                    execute(i);
                }
            }
        } catch (Throwable unexpected) {
            // Whatever it is, the campaign must end and say so.
            campaign.crashed(unexpected);
        }
    }

    private void execute(long i) {
        current = i;
        executions = executions + 1;
        Strategy strategy = options.strategy()
                .create(settings, Rng.ofExecution(options.header().seed(), i));
        long targetSeed = NodeRandom.seedOfExecution(options.header().seed(), i);
        Outcome outcome = coordinator.run(targetSeed, strategy, StepListener.NONE);
        deliveries = deliveries + coordinator.world().deliveries();
        if (!(outcome instanceof Outcome.Passed)) {
            campaign.found(find(outcome));
        }
    }

    /** The present execution as a find; from another thread only while this one hangs in a handler. */
    Find find(Outcome outcome) {
        List<Event> events = coordinator.world().history().events();
        Header h = options.header();
        Header own = new Header(
                h.target(), h.nodes(), h.network(), coordinator.world().seed(), h.bugs(), h.targetOptions(), h.timing(),
                outcome instanceof Outcome.Violated v ? v.violation().shape() : "");
        return new Find(current, outcome, new Schedule(own, events));
    }

    RuleBreach hangs() {
        Watchdog dog = watchdog;
        return dog == null ? null : dog.look();
    }

    long executions() {
        return executions;
    }

    long deliveries() {
        return deliveries;
    }
}
