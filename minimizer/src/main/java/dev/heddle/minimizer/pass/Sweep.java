package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Proposals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A sweep over the places of an execution, each giving a few candidates, from the last to the first: what
 * comes late has fewer consequences. It goes on where it is after an acceptance, and ends once it has been
 * round; with an order to draw, it begins anywhere and may go the other way.
 */
final class Sweep implements Proposals {
    /** The candidates of one place. */
    @FunctionalInterface
    interface Place {
        List<Candidate> candidates(Execution current, int place);
    }

    /** The number of places that an execution has. */
    @FunctionalInterface
    interface Places {
        int of(Execution current);
    }

    private final Places places;
    private final Place place;
    private final boolean forward;
    private final Deque<Candidate> waiting = new ArrayDeque<>();
    private Execution current;
    private int next;
    private int left;

    Sweep(Execution current, Rng order, Places places, Place place) {
        this.places = places;
        this.place = place;
        this.current = current;
        left = places.of(current);
        forward = order != null && order.chance(0.5);
        next = order == null || left == 0 ? left - 1 : order.nextInt(left);
    }

    @Override
    public Candidate next() {
        while (waiting.isEmpty() && left > 0) {
            int count = places.of(current);
            if (count == 0) {
                return null;
            }
            next = Math.floorMod(next, count);
            waiting.addAll(place.candidates(current, next));
            next += forward ? 1 : -1;
            left--;
        }
        return waiting.poll();
    }

    @Override
    public void accepted(Execution now) {
        waiting.clear();
        if (forward) {
            // What stood at this place is gone, and the next one has moved up.
            next--;
        }
        current = now;
        left = Math.min(left, places.of(now));
    }
}
