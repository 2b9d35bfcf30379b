package dev.heddle.debugger;

import dev.heddle.harness.schedule.Event;
import java.util.List;
import java.util.Map;

/**
 * One step of an execution and what it did.
 *
 * @param event what happened, by name
 * @param byRule true for what was not chosen but follows by rule, at a fair end
 * @param node the node that ran, or null
 * @param state that node's fields afterwards, in the order in which it shows them
 * @param born the events by which what was sent, armed or submitted would be handed over
 * @param effects what changed and what was sent, as lines of a trace
 */
public record Moment(
        Event event, boolean byRule, String node, Map<String, String> state, List<Event> born, List<String> effects) {}
