package dev.heddle.harness.fuzz;

import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;

/**
 * An execution worth keeping.
 *
 * @param execution its number in the campaign, from 0
 * @param outcome a violation, the target's breach of the rules, or a fault in what the user wrote for the harness
 * @param schedule what was executed, up to the step that broke
 */
public record Find(long execution, Outcome outcome, Schedule schedule) {
    /** What finds of the same kind have in common. */
    String shape() {
        if (outcome instanceof Outcome.Violated v) {
            return v.violation().shape();
        }
        return outcome instanceof Outcome.Faulty f
                ? f.error().getMessage()
                : ((Outcome.Rejected) outcome).breach().what();
    }
}
