package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event;
import java.util.ArrayList;
import java.util.List;

/**
 * The record of an execution: references only; text is made for what is kept.
 *
 * <p>Appending is all that the loop pays for.
 */
public final class History {
    private final ArrayList<Action> performed = new ArrayList<>();
    private final ArrayList<Pending> born = new ArrayList<>();
    private final ArrayList<Response> responses = new ArrayList<>();
    /** The number of things born before the present step. */
    private int bornBeforeStep;

    void clear() {
        performed.clear();
        born.clear();
        responses.clear();
        bornBeforeStep = 0;
    }

    /** @param chosen false for what follows by rule from what was chosen before it */
    void performed(Action action, boolean chosen) {
        bornBeforeStep = born.size();
        if (chosen) {
            performed.add(action);
        }
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

    /** What was chosen, in order; what follows from it by rule is left out. */
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
     * The execution as events, by name. Another thread may ask while the last step hangs: only what
     * was born before that step is looked at.
     */
    public List<Event> events() {
        List<Event> events = new ArrayList<>(performed.size());
        for (int i = 0; i < performed.size(); i++) {
            events.add(performed.get(i).toEvent());
        }
        return events;
    }
}
