package dev.heddle.minimizer.account;

import dev.heddle.harness.schedule.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What one event of an execution did.
 *
 * @param node the node that ran, or null
 * @param state the node's fields afterwards, in the order in which it shows them
 * @param changes those whose value is another than before, as {@code name before -> after}
 * @param born the events by which what was sent, armed or submitted would be handed over
 * @param answers what clients were told, as {@code c1: text}
 * @param disk what became of the node's disk, in words; empty for nothing
 * @param down true where the node is down afterwards
 */
record Moment(
        Event event,
        String node,
        Map<String, String> state,
        List<String> changes,
        List<Event> born,
        List<String> answers,
        String disk,
        boolean down) {

    /** True where both did the same, but for the fields named. */
    boolean same(Moment other, Set<String> but) {
        return event.equals(other.event)
                && Objects.equals(node, other.node)
                && born.equals(other.born)
                && answers.equals(other.answers)
                && fields(but).equals(other.fields(but));
    }

    private Map<String, String> fields(Set<String> but) {
        Map<String, String> fields = new HashMap<>(state);
        fields.keySet().removeAll(but);
        return fields;
    }
}
