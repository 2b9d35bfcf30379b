package dev.heddle.minimizer;

import dev.heddle.harness.schedule.Event;
import java.util.List;

/**
 * What one event of an execution did, as far as causes go.
 *
 * @param node the node that ran, or null where none did
 * @param cause the place of the event that gave birth to what this one handed over, or -1
 * @param born the events by which what this one sent, armed or submitted would be handed over
 */
public record Step(String node, int cause, List<Event> born) {
    public Step {
        born = List.copyOf(born);
    }
}
