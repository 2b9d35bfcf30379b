package dev.heddle.minimizer.account;

import dev.heddle.harness.schedule.Event;
import java.util.List;
import java.util.Map;

/**
 * What one event of an execution did.
 *
 * @param node the node that ran, or null
 * @param state the node's fields afterwards, in the order in which it shows them
 * @param changes those whose value is another than before, as {@code name before -> after}
 * @param born the events by which what was sent, armed or submitted would be handed over
 */
record Moment(Event event, String node, Map<String, String> state, List<String> changes, List<Event> born) {}
