package dev.heddle.harness.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The armed timers, in no order that anybody may rely on but the same in every run. */
final class Timers {
    private final boolean ordered;
    private Timer[] armed = new Timer[32];
    private int size;

    /** @param ordered true: only the one that is due first may fire */
    Timers(boolean ordered) {
        this.ordered = ordered;
    }

    /** The number of timers that may fire now. */
    int choices() {
        return ordered ? Math.min(1, size) : size;
    }

    Timer choice(int i) {
        return ordered ? earliest() : armed[i];
    }

    /** All of them. */
    List<Timer> all() {
        return List.of(Arrays.copyOf(armed, size));
    }

    /** Those of the timers that may fire now which an endpoint of that name has armed. */
    List<Timer> choicesOf(String owner) {
        List<Timer> found = new ArrayList<>();
        for (int i = 0; i < choices(); i++) {
            Timer timer = choice(i);
            if (timer.owner().name().equals(owner)) {
                found.add(timer);
            }
        }
        return found;
    }

    void add(Timer timer) {
        if (size == armed.length) {
            armed = Arrays.copyOf(armed, size * 2);
        }
        timer.index = size;
        armed[size++] = timer;
    }

    void remove(Timer timer) {
        Timer last = armed[--size];
        armed[size] = null;
        if (last != timer) {
            armed[timer.index] = last;
            last.index = timer.index;
        }
        timer.index = -1;
    }

    void removeAll(Node node) {
        for (int i = size - 1; i >= 0; i--) {
            if (armed[i].owner().node() == node) {
                remove(armed[i]);
            }
        }
    }

    void clear() {
        while (size > 0) {
            remove(armed[size - 1]);
        }
    }

    /** The timer that is due first (of several, the one armed first), or null. */
    Timer earliest() {
        Timer earliest = null;
        for (int i = 0; i < size; i++) {
            Timer t = armed[i];
            if (earliest == null
                    || t.deadlineNanos() < earliest.deadlineNanos()
                    || t.deadlineNanos() == earliest.deadlineNanos() && t.serial < earliest.serial) {
                earliest = t;
            }
        }
        return earliest;
    }
}
