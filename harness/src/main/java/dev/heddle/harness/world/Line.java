package dev.heddle.harness.world;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * What was ever born on one line, in order: the messages from one sender to one receiver, the timers
 * of an actor, or its tasks.
 *
 * <p>Occurrences are counted only when somebody asks: texts cost more than all the rest.
 */
final class Line {
    private Pending last;
    private Map<String, Integer> counts;

    /** The youngest one so far, after which this one is born. */
    Pending follow(Pending next) {
        Pending previous = last;
        last = next;
        return previous;
    }

    /** Numbers this one and all that were born before it. */
    void number(Pending pending) {
        Deque<Pending> unnumbered = new ArrayDeque<>();
        for (Pending p = pending; p != null && !p.numbered(); p = p.previousOnLine()) {
            unnumbered.push(p);
        }
        if (counts == null) {
            counts = new HashMap<>();
        }
        for (Pending p : unnumbered) {
            p.number(counts.merge(p.text(), 1, Integer::sum));
        }
    }

    /** How many of this text were born so far. */
    int count(String text) {
        if (last != null) {
            number(last);
        }
        return counts == null ? 0 : counts.getOrDefault(text, 0);
    }
}
