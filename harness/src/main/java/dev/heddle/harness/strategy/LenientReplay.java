package dev.heddle.harness.strategy;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;

/** Follows a schedule as far as it goes: events that are not possible are skipped. */
public final class LenientReplay implements Strategy {
    private final List<Event> events;
    private int next;
    private final List<Integer> skipped = new ArrayList<>();

    public LenientReplay(List<Event> events) {
        this.events = events;
    }

    @Override
    public Action choose(World world) {
        while (next < events.size()) {
            Action action = Match.EARLIEST.find(events.get(next++), world);
            if (action != null) {
                return action;
            }
            skipped.add(next);
        }
        return null;
    }

    /** The places in the schedule, from 1, of the events skipped so far. */
    public List<Integer> skipped() {
        return List.copyOf(skipped);
    }
}
