package dev.heddle.harness.coverage;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Abstract states as they were reached first: each with its execution and that one's kind of strategy. */
final class Discoveries {
    private static final int MAX = 1 << 20;
    private static final int FIRST = 64;

    private LongSet known = new LongSet(MAX);
    private long[] states = new long[FIRST];
    /** By these they are in order. */
    private long[] executions = new long[FIRST];
    private String[] kinds = new String[FIRST];

    /** Takes in a state that an execution reached, which must not be before those that did so until now. */
    void add(long state, long execution, String kind) {
        int size = known.size();
        if (known.add(state)) {
            if (size == states.length) {
                states = Arrays.copyOf(states, size * 2);
                executions = Arrays.copyOf(executions, size * 2);
                kinds = Arrays.copyOf(kinds, size * 2);
            }
            states[size] = state;
            executions[size] = execution;
            kinds[size] = kind;
        }
    }

    /** Takes in those of other executions; a state counts for the first that reached it. */
    void addAll(Discoveries other) {
        Discoveries all = new Discoveries();
        int mine = 0;
        int theirs = 0;
        while (mine < size() || theirs < other.size()) {
            if (theirs == other.size() || mine < size() && executions[mine] <= other.executions[theirs]) {
                all.add(states[mine], executions[mine], kinds[mine++]);
            } else {
                all.add(other.states[theirs], other.executions[theirs], other.kinds[theirs++]);
            }
        }
        known = all.known;
        states = all.states;
        executions = all.executions;
        kinds = all.kinds;
    }

    int size() {
        return known.size();
    }

    /** The execution of each, in order. */
    long[] executions() {
        return Arrays.copyOf(executions, size());
    }

    /** How many each kind of strategy reached first. */
    SortedMap<String, Long> byKind() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < size(); i++) {
            counts.merge(kinds[i], 1L, Long::sum);
        }
        return counts;
    }
}
