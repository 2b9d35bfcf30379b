package dev.heddle.minimizer;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Schedule;
import java.util.List;

/** A schedule to be followed as far as it goes. */
public record Candidate(Schedule schedule, Matching matching) {

    /** Other events in the place of an execution's own. */
    public static Candidate of(Execution like, List<Event> events, Matching matching) {
        return new Candidate(new Schedule(like.schedule().header(), events), matching);
    }
}
