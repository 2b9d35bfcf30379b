package dev.heddle.harness.fuzz;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.ToyTarget;
import java.util.List;
import java.util.stream.Collectors;

/** A campaign over the toy target, to be described. */
record CampaignSetup(
        ToyTarget target, long seed, long executions, long timeNanos, int jobs, boolean keepGoing,
        StrategyFactory strategy) {
    static final long FOREVER = Long.MAX_VALUE;
    static final Runnable NO_TICK = () -> {};

    static CampaignSetup of(Bug bug, long executions) {
        return new CampaignSetup(ToyTarget.of(3, bug), 1, executions, FOREVER, 1, false, Strategies.all().get(0));
    }

    CampaignSetup strategy(StrategyFactory other) {
        return new CampaignSetup(target, seed, executions, timeNanos, jobs, keepGoing, other);
    }

    CampaignSetup with(ToyTarget other) {
        return new CampaignSetup(other, seed, executions, timeNanos, jobs, keepGoing, strategy);
    }

    CampaignSetup jobs(int number) {
        return new CampaignSetup(target, seed, executions, timeNanos, number, keepGoing, strategy);
    }

    CampaignSetup seed(long number) {
        return new CampaignSetup(target, number, executions, timeNanos, jobs, keepGoing, strategy);
    }

    CampaignSetup nanos(long limit) {
        return new CampaignSetup(target, seed, executions, limit, jobs, keepGoing, strategy);
    }

    CampaignSetup goingOn() {
        return new CampaignSetup(target, seed, executions, timeNanos, jobs, true, strategy);
    }

    CampaignOptions options() {
        return new CampaignOptions(
                Header.of("toy", 3, seed),
                target.invariants().stream().map(Invariant::id).collect(Collectors.toSet()),
                RunOptions.on(NetworkKind.FIFO).withMaxDeliveries(80),
                strategy,
                target.settings(NetworkKind.FIFO),
                executions,
                timeNanos,
                jobs,
                keepGoing);
    }

    Campaign campaign() {
        return new Campaign(() -> target, options());
    }

    CampaignResult run() {
        return campaign().run(NO_TICK);
    }

    /** What it found, as bytes that can be compared. */
    static List<String> bytes(CampaignResult result) {
        return result.finds().stream()
                .map(f -> f.execution() + " " + f.shape() + "\n" + ScheduleFormat.write(f.schedule()))
                .toList();
    }
}
