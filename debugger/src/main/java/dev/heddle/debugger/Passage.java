package dev.heddle.debugger;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.Findable;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;

/**
 * The strategy of the debugger: some events to the letter, then so many choices of another strategy, then the rest of
 * a schedule as far as it goes.
 */
final class Passage implements Strategy {
    private final List<Event> exact;
    private final Strategy free;
    private final List<Event> rest;
    private final List<Entry> entries = new ArrayList<>();
    private int freeLeft;
    private int freelyChosen;
    private int nextExact;
    private int nextRest;
    private int steps;
    private int lost = -1;
    private String hindrance;

    /**
     * @param free chooses after the exact events, or null
     * @param freeChoices at most so often
     */
    Passage(List<Event> exact, Strategy free, int freeChoices, List<Event> rest) {
        this.exact = exact;
        this.free = free;
        this.rest = rest;
        freeLeft = free == null ? 0 : freeChoices;
    }

    /** Events to the letter, and nothing after them. */
    static Passage exactly(List<Event> events) {
        return new Passage(events, null, 0, List.of());
    }

    @Override
    public Action choose(World world) {
        if (lost >= 0) {
            return null;
        } else if (nextExact < exact.size()) {
            return followed(world);
        }
        Action action = freeLeft > 0 ? free(world) : null;
        return action == null ? fromRest(world) : action;
    }

    private Action followed(World world) {
        Event event = exact.get(nextExact);
        Action action = Match.EXACT.find(event, world);
        if (action == null) {
            lost = nextExact;
            hindrance = ((Findable) event).hindrance(world);
            return null;
        }
        nextExact++;
        done(event);
        return action;
    }

    private Action free(World world) {
        Action action = free.choose(world);
        // Strategies begin by booting every node, and here some run already.
        for (int i = 0; i < world.size() && action instanceof Deed deed && !deed.possible(world); i++) {
            action = free.choose(world);
        }
        freeLeft = action == null ? 0 : freeLeft - 1;
        if (action != null) {
            freelyChosen++;
            done(action.toEvent());
        }
        return action;
    }

    private Action fromRest(World world) {
        while (nextRest < rest.size()) {
            Event event = rest.get(nextRest++);
            Action action = Match.EARLIEST.find(event, world);
            if (action != null) {
                done(event);
                return action;
            }
            entries.add(new Entry(event, Entry.SKIPPED));
        }
        return null;
    }

    private void done(Event event) {
        entries.add(new Entry(event, ++steps));
    }

    /** The place, from 0, of the exact event that was not possible, or -1. */
    int lost() {
        return lost;
    }

    /** What stood in the way of that event, as a clause, or null. */
    String hindrance() {
        return hindrance;
    }

    /** The number of choices that the other strategy made. */
    int freelyChosen() {
        return freelyChosen;
    }

    /** What became of every event, by the names under which they happened. */
    List<Entry> script(List<Moment> moments) {
        List<Entry> script = new ArrayList<>();
        for (Entry entry : entries) {
            boolean happened = entry.done() && entry.step() <= moments.size();
            script.add(happened ? new Entry(moments.get(entry.step() - 1).event(), entry.step()) : entry);
        }
        rest.subList(nextRest, rest.size()).forEach(event -> script.add(new Entry(event, Entry.BEYOND)));
        return List.copyOf(script);
    }
}
