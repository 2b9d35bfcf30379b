package dev.heddle.harness.fuzz;

import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;

/**
 * An execution worth keeping.
 *
 * @param execution its number in the campaign, from 0
 * @param outcome a violation, or the target's breach of the rules
 * @param schedule what was executed, up to the step that broke
 */
public record Find(long execution, Outcome outcome, Schedule schedule) {
    /** What finds of the same kind have in common. */
    String shape() {
        return outcome instanceof Outcome.Violated v
                ? v.violation().shape()
                : ((Outcome.Rejected) outcome).breach().what();
    }
}
