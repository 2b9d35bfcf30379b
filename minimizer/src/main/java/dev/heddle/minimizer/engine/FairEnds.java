package dev.heddle.minimizer.engine;

import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.Execution;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of fair ends, by what was executed up to their beginning: after the same events a target under control is
 * in the same state, and a fair end leaves nothing to choose. Most candidates that keep a violation differ from one
 * another in events that turn out not to be possible, and a fair end is a hundred times as long as what stands before
 * it.
 */
final class FairEnds {
    private static final int MOST_EVENTS = 200_000;

    private final Map<Schedule, Optional<Execution>> known = new HashMap<>();
    private int events;

    /** What ended in the violation, nothing where none did; null where that is not known. */
    Optional<Execution> after(Schedule begun) {
        return known.get(begun);
    }

    /** Nothing is known any more. */
    void forget() {
        known.clear();
        events = 0;
    }

    /** @param came what ended in a violation, or null where none did */
    void learn(Schedule begun, Execution came) {
        if (events > MOST_EVENTS) {
            forget();
        }
        events += begun.events().size() + (came == null ? 0 : came.events().size() + came.aftermath().size());
        known.put(begun, Optional.ofNullable(came));
    }
}
