package dev.heddle.minimizer.prove;

import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.schedule.Event;
import java.util.List;

/**
 * Something that can happen at a node, and counts as one delivery unless it is the end of a connection.
 *
 * @param events what it is in a schedule: a client's command together with its delivery, all else alone
 * @param letter the message that it takes from the inbox, or -1
 * @param external the place of the external that it uses up, or -1
 */
record Input(int node, List<Event> events, int letter, int external) {
    /** True where nobody is run. */
    boolean idle() {
        return events.get(0) instanceof Reset;
    }

    static Input of(int node, Event event) {
        return new Input(node, List.of(event), -1, -1);
    }
}
