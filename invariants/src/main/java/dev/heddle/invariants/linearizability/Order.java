package dev.heddle.invariants.linearizability;

import dev.heddle.invariants.linearizability.History.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * An order of operations that explains their answers, for as long as that takes no search.
 *
 * <p>Pending operations in it are guesses: they are taken for done. Of the steps that others asked for, it forgets
 * those that are not its own when they are many.
 *
 * @param <S> the state of the data
 */
final class Order<S> {
    /** An operation in an order, and the number of the state that the order leads to there. */
    record Placed(Entry entry, int state) {}

    /** How many steps are known without being many, besides one for each place. */
    static final int SPARE = 1 << 12;

    private final Steps<S> steps;
    private List<Placed> places = new ArrayList<>();
    /** How many of the places explain their answers. */
    private int valid;

    Order(Steps<S> steps) {
        this.steps = steps;
    }

    /** An operation is answered, later than all others; whether the order explains that as well. */
    boolean answered(Entry entry) {
        return forgetIf(explains(entry));
    }

    private boolean explains(Entry entry) {
        int guess = placeOf(entry);
        if (guess < places.size()) {
            places.set(guess, new Placed(entry, Steps.NONE));
            return holdsFrom(guess);
        }
        return comesLast(entry) || passes(entry);
    }

    /** An operation has no effect; whether the order explains the answers without it. */
    boolean refused(Entry entry) {
        int guess = placeOf(entry);
        if (guess < places.size()) {
            places.remove(guess);
            return forgetIf(holdsFrom(guess));
        }
        return true;
    }

    /** The beginning that explains its answers. */
    List<Placed> valid() {
        return places.subList(0, valid);
    }

    /** Becomes another one. */
    void become(List<Placed> found) {
        places = new ArrayList<>(found);
        valid = places.size();
        forgetIf(true);
    }

    /** Forgets all steps but its own where they are many, so that asking for these again costs less than all did. */
    private boolean forgetIf(boolean explained) {
        if (explained && steps.size() > 2 * places.size() + SPARE) {
            steps.forget();
            holdsFrom(0);
        }
        return explained;
    }

    /** Where an operation is, or the number of places if it is nowhere. */
    private int placeOf(Entry entry) {
        int place = 0;
        while (place < places.size() && places.get(place).entry.number() != entry.number()) {
            place++;
        }
        return place;
    }

    private boolean comesLast(Entry entry) {
        int state = steps.after(stateBefore(places.size()), entry.kind());
        if (state == Steps.NONE) {
            return false;
        }
        places.add(new Placed(entry, state));
        valid = places.size();
        return true;
    }

    /** Whether it changes nothing at some place; it must not precede what was answered before it was invoked. */
    private boolean passes(Entry entry) {
        for (int place = places.size(); place >= 0; place--) {
            int state = stateBefore(place);
            if (steps.after(state, entry.kind()) == state) {
                places.add(place, new Placed(entry, state));
                valid = places.size();
                return true;
            } else if (place > 0 && endsBefore(places.get(place - 1).entry, entry)) {
                return false;
            }
        }
        return false;
    }

    private static boolean endsBefore(Entry one, Entry other) {
        return one.operation().answeredAt() < other.operation().invokedAt();
    }

    /** Whether it explains the answers from some place on as well. */
    private boolean holdsFrom(int from) {
        valid = from;
        int state = stateBefore(from);
        while (valid < places.size()) {
            Entry entry = places.get(valid).entry;
            state = steps.after(state, entry.kind());
            if (state == Steps.NONE) {
                return false;
            }
            places.set(valid++, new Placed(entry, state));
        }
        return true;
    }

    private int stateBefore(int place) {
        return place == 0 ? steps.initial() : places.get(place - 1).state;
    }
}
