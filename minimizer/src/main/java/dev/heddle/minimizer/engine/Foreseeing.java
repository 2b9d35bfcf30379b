package dev.heddle.minimizer.engine;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;
import dev.heddle.minimizer.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Another strategy, but an execution is left where a fair end begins of which is known what comes of it. */
final class Foreseeing implements Strategy {
    private final Strategy before;
    private final Header header;
    private final FairEnds fairEnds;
    private Schedule begun;
    private Optional<Execution> foreseen;

    Foreseeing(Strategy before, Header header, FairEnds fairEnds) {
        this.before = before;
        this.header = header;
        this.fairEnds = fairEnds;
    }

    @Override
    public Action choose(World world) {
        Action action = before.choose(world);
        if (action instanceof Event event && event.last()) {
            List<Event> events = new ArrayList<>(world.history().events());
            events.add(event);
            begun = new Schedule(header, events);
            foreseen = fairEnds.after(begun);
        }
        return foreseen == null ? action : null;
    }

    /** What the execution would have come to; null where it was followed to its end. */
    Optional<Execution> foreseen() {
        return foreseen;
    }

    /** The execution has come to its end. @param execution where it ended in a violation, else null */
    void cameTo(Execution execution) {
        if (begun != null) {
            fairEnds.learn(begun, execution);
        }
    }
}
