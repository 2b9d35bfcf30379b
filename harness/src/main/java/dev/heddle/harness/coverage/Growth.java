package dev.heddle.harness.coverage;

import java.util.Arrays;

/**
 * How what was reached grew from execution to execution: the same for every number of workers, but that a campaign
 * which ends at a find counts what the other workers ran meanwhile.
 */
public final class Growth {
    private final long[] abstractStates;
    private final long[] messages;
    private final long[] meetings;
    private final long[] transitions;

    /**
     * What the first executions reached.
     *
     * @param executions how many they are
     * @param abstractStates those of pairs of nodes
     * @param messages kinds of message that were delivered
     * @param meetings kinds of message, timer and task, each by the modes of the nodes that they met
     * @param transitions changes from one mode to another
     */
    public record Point(long executions, int abstractStates, int messages, int meetings, int transitions) {}

    /** The executions in which each thing was reached first, in any order. */
    Growth(long[] abstractStates, long[] messages, long[] meetings, long[] transitions) {
        this.abstractStates = sorted(abstractStates);
        this.messages = sorted(messages);
        this.meetings = sorted(meetings);
        this.transitions = sorted(transitions);
    }

    private static long[] sorted(long[] values) {
        long[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }

    /** What so many executions had reached. */
    public Point at(long executions) {
        return new Point(executions, below(abstractStates, executions), below(messages, executions),
                below(meetings, executions), below(transitions, executions));
    }

    private static int below(long[] values, long bound) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values[middle] < bound) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
