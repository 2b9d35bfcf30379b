package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The record of an execution: references only; text is made for what is kept.
 *
 * <p>Appending is all that the loop pays for.
 */
public final class History {
    private final ArrayList<Action> performed = new ArrayList<>();
    private final ArrayList<Pending> born = new ArrayList<>();
    private final ArrayList<Response> responses = new ArrayList<>();
    /** What was born later cannot have been chosen yet. */
    private int bornBeforeStep;

    void clear() {
        performed.clear();
        born.clear();
        responses.clear();
        bornBeforeStep = 0;
    }

    void performed(Action action) {
        bornBeforeStep = born.size();
        performed.add(action);
    }

    void born(Pending pending) {
        born.add(pending);
    }

    /** The number of things that the present step has given birth to. */
    int bornInStep() {
        return born.size() - bornBeforeStep;
    }

    void responded(Response response) {
        responses.add(response);
    }

    /** The number of things that were born so far. */
    public int size() {
        return born.size();
    }

    /** What was chosen, in order. */
    public List<Action> performed() {
        return java.util.Collections.unmodifiableList(performed);
    }

    /** What was sent, armed and submitted, in order. */
    public List<Pending> born() {
        return java.util.Collections.unmodifiableList(born);
    }

    /** What clients were answered, in order. */
    public List<Response> responses() {
        return java.util.Collections.unmodifiableList(responses);
    }

    /**
     * The execution as events, by name. Another thread may ask while the last step hangs: nothing is
     * looked at that this step can still change.
     */
    public List<Event> events() {
        Occurrences occurrences = occurrences();
        List<Event> events = new ArrayList<>(performed.size());
        for (int i = 0; i < performed.size(); i++) {
            events.add(performed.get(i).toEvent(occurrences));
        }
        return events;
    }

    /** Every occurrence, counted in one pass. */
    private Occurrences occurrences() {
        Map<List<Object>, Integer> counts = new HashMap<>();
        Map<Pending, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < bornBeforeStep; i++) {
            Pending p = born.get(i);
            numbers.put(p, counts.merge(kind(p), 1, Integer::sum));
        }
        return numbers::get;
    }

    private static List<Object> kind(Pending p) {
        if (p instanceof Message m) {
            return List.of("message", m.from().name(), m.to().name(), p.text());
        } else if (p instanceof Timer t) {
            return List.of("timer", t.owner().name(), p.text());
        }
        return List.of("task", ((Task) p).owner().name(), p.text());
    }
}
