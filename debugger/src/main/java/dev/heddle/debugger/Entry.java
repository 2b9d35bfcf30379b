package dev.heddle.debugger;

import dev.heddle.harness.schedule.Event;

/**
 * One event of a script and what became of it.
 *
 * @param step the step at which it happened, from 1; 0 where it was not possible, -1 where the execution ended
 *     before it
 */
public record Entry(Event event, int step) {
    /** What could not happen. */
    static final int SKIPPED = 0;
    /** What the execution did not come to. */
    static final int BEYOND = -1;

    /** True for what happened. */
    public boolean done() {
        return step > 0;
    }

    /** True for what was not possible when its turn came. */
    public boolean skipped() {
        return step == SKIPPED;
    }
}
