package dev.heddle.harness.fuzz;

import java.util.List;
import java.util.SortedMap;

/**
 * What a campaign found, and what it took.
 *
 * @param finds one of each shape, the one of the lowest execution, in the order of executions
 * @param executions the number of executions that were begun
 * @param deliveries the number of deliveries in all of them
 * @param nanos how long it ran
 * @param undecided in how many executions an invariant could not be judged, by its id; only where there are any
 * @param tallies what the executions that are over came to, by the kinds of their strategies
 */
public record CampaignResult(
        Ending ending, List<Find> finds, long executions, long deliveries, long nanos,
        SortedMap<String, Long> undecided, SortedMap<String, Tally> tallies) {
    /** Why a campaign ended. */
    public enum Ending {
        /** Something was found. */
        FOUND,
        /** The budget was used up. */
        BUDGET,
        /** It was told to stop. */
        STOPPED,
        /** A worker hangs, on a thread that cannot be stopped; whatever was found is there. */
        HUNG
    }
}
