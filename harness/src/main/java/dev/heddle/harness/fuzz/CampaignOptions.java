package dev.heddle.harness.fuzz;

import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.StrategyFactory;
import java.util.Set;

/**
 * What a campaign runs and when it ends.
 *
 * @param header what every execution's schedule says of the target; its seed is the campaign's
 * @param invariants ids of those that are checked; each worker takes them from its own target
 * @param executions ends after so many
 * @param timeNanos ends after so long; no execution is cut short by it
 * @param jobs the number of workers
 * @param keepGoing false: ends at the first violation
 */
public record CampaignOptions(
        Header header,
        Set<String> invariants,
        RunOptions run,
        StrategyFactory strategy,
        FuzzSettings settings,
        long executions,
        long timeNanos,
        int jobs,
        boolean keepGoing) {
    public CampaignOptions {
        invariants = Set.copyOf(invariants);
    }
}
