package dev.heddle.harness.fuzz;

import dev.heddle.harness.coverage.Coverage;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.NumberedExecution;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** One thread of a campaign, with a coordinator and a system of its own. */
final class Worker extends Thread {
    private final Campaign campaign;
    private final CampaignOptions options;
    /** Its workload is the own target's: with one class loader per worker, nothing is shared. */
    private FuzzSettings settings;
    private volatile List<Invariant> checked = List.of();
    private final Watchdog watchdog;
    private final Coverage coverage = new Coverage();
    /** Looked at by other threads as well. */
    private final ConcurrentSkipListMap<String, Tally> tallies = new ConcurrentSkipListMap<>();
    private final Pulse pulse = new Pulse();
    private volatile Coordinator coordinator;
    private volatile long current;
    private volatile long executions;
    private volatile long deliveries;

    Worker(Campaign campaign, String name) {
        super(name);
        setDaemon(true);
        this.campaign = campaign;
        options = campaign.options();
        current = -1;
        watchdog = new Watchdog(this, pulse, campaign.clock());
    }

    @Override
    public void run() {
        try {
            Target target = campaign.targets().get();
            settings = options.settings().withWorkload(target.workload());
            checked = target.invariants(options.invariants());
            try (Coordinator own = new Coordinator(target, checked, options.run())) {
                coordinator = own;
                pulse.of(own);
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
        NumberedExecution execution = new NumberedExecution(options.header().seed(), i);
        Strategy strategy = campaign.rounds().strategy(settings, execution.rng());
        Outcome outcome = run(execution, strategy);
        deliveries = deliveries + coordinator.world().deliveries();
        tallies.merge(strategy.kind(), Tally.of(outcome, coordinator.world().deliveries()), Tally::plus);
        if (!(outcome instanceof Outcome.Passed)) {
            campaign.found(find(outcome));
        }
        campaign.rounds().ended(i, strategy);
    }

    private Outcome run(NumberedExecution execution, Strategy strategy) {
        try {
            if (!campaign.isCovering()) {
                return execution.run(coordinator, strategy, StepListener.NONE);
            }
            coverage.begin(coordinator.world(), execution.number(), strategy.kind());
            return execution.run(coordinator, strategy, coverage::stepped);
        } catch (HookError error) {
            return new Outcome.Faulty(error);
        }
    }

    /** The present execution as a find; from another thread only while this one hangs. */
    Find find(Outcome outcome) {
        Header h = options.header();
        if (current < 0) {
            // It hangs before its first execution, as it would in the one to come.
            return new Find(campaign.upcoming(), outcome, new Schedule(h, List.of()));
        }
        try {
            return new Find(current, outcome, schedule(outcome, h));
        } catch (HookError unwritable) {
            return new Find(current, new Outcome.Faulty(unwritable), new Schedule(h, List.of()));
        }
    }

    private Schedule schedule(Outcome outcome, Header h) {
        List<Event> events = coordinator.world().history().events();
        Header own = new Header(
                h.target(), h.nodes(), h.network(), coordinator.world().seed(), h.bugs(), h.targetOptions(), h.timing(),
                outcome instanceof Outcome.Violated v ? v.violation().shape() : "");
        return new Schedule(own, events);
    }

    RuleBreach hangs() {
        return watchdog.look();
    }

    /** What happened in its executions, where that is counted. */
    Coverage coverage() {
        return coverage;
    }

    /** What its executions came to, by the kinds of their strategies. */
    Map<String, Tally> tallies() {
        return tallies;
    }

    /** The invariants that it checks. */
    List<Invariant> checked() {
        return checked;
    }

    long executions() {
        return executions;
    }

    long deliveries() {
        return deliveries;
    }
}
