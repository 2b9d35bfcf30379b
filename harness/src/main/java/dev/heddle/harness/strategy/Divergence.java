package dev.heddle.harness.strategy;

import java.util.List;

/**
 * Where a strict replay left its schedule.
 *
 * @param event the event's place in the schedule, from 1
 * @param expected the line that could not be followed
 * @param hindrance what stood in its way, as a clause; null where nothing is known
 * @param pending what could have happened instead, as lines; at most a thousand
 */
public record Divergence(int event, String expected, String hindrance, List<String> pending) {
    public Divergence {
        pending = List.copyOf(pending);
    }
}
