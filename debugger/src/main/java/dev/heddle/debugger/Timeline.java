package dev.heddle.debugger;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.Handover;
import dev.heddle.minimizer.EventShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An execution taken down from its first step to its end. Steps are counted from 1; "after step 0" is before all.
 *
 * @param script the events that it followed, and what became of each
 * @param outcome how it ended
 */
public record Timeline(List<Moment> moments, List<Entry> script, Outcome outcome) {

    /** The number of steps. */
    public int size() {
        return moments.size();
    }

    /** What happened at a step. */
    public Moment moment(int step) {
        return moments.get(step - 1);
    }

    /** A node's fields after a step, as it showed them last; empty before it ran. */
    public Map<String, String> state(String node, int step) {
        for (int i = step; i > 0; i--) {
            if (node.equals(moment(i).node())) {
                return moment(i).state();
            }
        }
        return Map.of();
    }

    /** What broke at the end, or null. */
    public Violation violation() {
        return outcome instanceof Outcome.Violated violated ? violated.violation() : null;
    }

    /** The events that were chosen, up to a step. */
    public List<Event> chosen(int upTo) {
        return moments.subList(0, upTo).stream().filter(m -> !m.byRule()).map(Moment::event).toList();
    }

    /** What the script would go on with after a step, whether or not it was possible. */
    List<Event> remaining(int after) {
        int i = 0;
        for (int seen = 0; i < script.size() && seen < after; i++) {
            seen = script.get(i).done() ? script.get(i).step() : seen;
        }
        return script.subList(i, script.size()).stream().map(Entry::event).toList();
    }

    /** Every kind of message, timer and task that ever was pending, in the order in which they came up. */
    public Set<String> kinds() {
        Set<String> kinds = new LinkedHashSet<>();
        moments.stream().map(Moment::born).flatMap(Collection::stream).forEach(event -> kinds.add(Kinds.of(event)));
        return kinds;
    }

    /** Every field that a node ever showed. */
    public Set<String> fields(String node) {
        Set<String> fields = new LinkedHashSet<>();
        moments.stream().filter(m -> node.equals(m.node())).forEach(m -> fields.addAll(m.state().keySet()));
        return fields;
    }

    /**
     * Why something is, from itself back to what was done from outside.
     *
     * @param what something pending, or what happened at {@code at}
     * @param at the step after which it is, or at which it happened
     * @return the steps that led to it, the latest first; without the one at which it happened
     */
    public List<Integer> causes(Event what, int at) {
        Map<Event, Integer> births = new HashMap<>();
        for (int step = 1; step <= at; step++) {
            for (Event birth : moment(step).born()) {
                births.put(birth, step);
            }
        }
        List<Integer> causes = new ArrayList<>();
        Integer step = births.get(handover(what));
        while (step != null) {
            causes.add(step);
            step = births.get(handover(moment(step).event()));
        }
        return causes;
    }

    private static Handover handover(Event event) {
        return EventShape.handover(event);
    }
}
