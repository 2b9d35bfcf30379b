package dev.heddle.minimizer;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import java.util.List;

/**
 * An execution that ended in a violation.
 *
 * @param nodes the names of the nodes of the cluster
 * @param schedule what was executed, in a form that can be followed to the letter
 * @param steps what each of its events did
 * @param aftermath what came by itself after the last event, at a fair end, if it led to the violation; nothing where
 *     the violation is that something never came
 */
public record Execution(
        List<String> nodes, Schedule schedule, Violation violation, List<Step> steps, List<Event> aftermath) {
    public Execution {
        nodes = List.copyOf(nodes);
        steps = List.copyOf(steps);
        aftermath = List.copyOf(aftermath);
        if (steps.size() != schedule.events().size()) {
            throw new IllegalArgumentException(Quantity.of(steps.size(), "step") + " for "
                    + Quantity.of(schedule.events().size(), "event"));
        }
    }

    /** One without a fair end. */
    public Execution(List<String> nodes, Schedule schedule, Violation violation, List<Step> steps) {
        this(nodes, schedule, violation, steps, List.of());
    }

    /** The events that were chosen. */
    public List<Event> events() {
        return schedule.events();
    }
}
