package dev.heddle.harness.fuzz;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Search;
import dev.heddle.harness.strategy.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The executions of a campaign in rounds: none begins before what the rounds before it taught is taken in. */
final class Rounds {
    private final Search search;
    private final int size;
    /** Those of the present round that have ended, by their place in it. */
    private final Strategy[] ended;
    private int count;
    /** The first execution of the present round. */
    private long first;

    Rounds(Search search) {
        this.search = search;
        size = search.round();
        ended = new Strategy[size];
    }

    /** The strategy of an execution of the present round. */
    Strategy strategy(FuzzSettings settings, Rng rng) {
        return search.strategy(settings, rng);
    }

    /**
     * Waits until it is an execution's turn.
     *
     * @param needed whether it is to run at all; what makes it untrue must {@link #wake}
     * @return false where it is not
     */
    boolean await(long execution, BooleanSupplier needed) {
        return size == 0 ? needed.getAsBoolean() : awaitRound(execution, needed);
    }

    private synchronized boolean awaitRound(long execution, BooleanSupplier needed) {
        while (needed.getAsBoolean() && execution >= first + size) {
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return needed.getAsBoolean();
    }

    /** An execution of the present round is over; the last one ends the round. */
    void ended(long execution, Strategy strategy) {
        if (size > 0) {
            endedInRound(execution, strategy);
        }
    }

    private synchronized void endedInRound(long execution, Strategy strategy) {
        ended[(int) (execution - first)] = strategy;
        count++;
        if (count == size) {
            search.learn(List.of(ended));
            Arrays.fill(ended, null);
            count = 0;
            first += size;
            notifyAll();
        }
    }

    /** Lets those who wait see whether they are needed still. */
    synchronized void wake() {
        notifyAll();
    }
}
