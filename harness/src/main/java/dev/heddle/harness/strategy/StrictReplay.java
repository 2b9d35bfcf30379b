package dev.heddle.harness.strategy;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Findable;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;

/** Follows a schedule to the letter and stops at the first event that is not possible. */
public final class StrictReplay implements Strategy {
    private static final int MAX_SHOWN = 1000;

    private final List<Event> events;
    private int next;
    private Action last;
    private Divergence divergence;

    public StrictReplay(List<Event> events) {
        this.events = events;
    }

    @Override
    public Action choose(World world) {
        confirm();
        if (next == events.size() || divergence != null) {
            return null;
        }
        Event event = events.get(next++);
        Action action = Match.EXACT.find(event, world);
        if (action == null) {
            divergence = new Divergence(next, event.line(), hindrance(event, world), pending(world));
        }
        last = action;
        return action;
    }

    @Override
    public void ended(Outcome outcome) {
        if (!(outcome instanceof Outcome.Rejected)) {
            confirm();
        }
    }

    /** Some actions turn out to be others as they happen. */
    private void confirm() {
        if (last == null || last instanceof Pending || last.toEvent().equals(events.get(next - 1))) {
            return;
        }
        divergence = new Divergence(
                next, events.get(next - 1).line(), "the handler ended without it", List.of(last.toEvent().line()));
        last = null;
    }

    /** Where the replay left the schedule, or null while it follows it. */
    public Divergence divergence() {
        return divergence;
    }

    private static String hindrance(Event event, World world) {
        return event instanceof Findable findable ? findable.hindrance(world) : null;
    }

    /** What could happen instead, as lines. */
    private static List<String> pending(World world) {
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < world.channelCount() && lines.size() < MAX_SHOWN; c++) {
            for (int i = 0; i < world.channel(c).choices() && lines.size() < MAX_SHOWN; i++) {
                lines.add(line(world.channel(c).get(i)));
            }
        }
        for (int i = 0; i < world.timerCount() && lines.size() < MAX_SHOWN; i++) {
            lines.add(line(world.timer(i)));
        }
        for (int i = 0; i < world.tasks().size() && lines.size() < MAX_SHOWN; i++) {
            lines.add(line(world.tasks().get(i)));
        }
        return lines;
    }

    private static String line(Action action) {
        return action.toEvent().line();
    }
}
