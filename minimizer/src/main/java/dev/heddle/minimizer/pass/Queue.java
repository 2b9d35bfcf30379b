package dev.heddle.minimizer.pass;

import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Proposals;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/** A sweep over a few candidates, all made anew after each acceptance. */
final class Queue implements Proposals {
    private final Function<Execution, List<Candidate>> candidates;
    private Deque<Candidate> waiting;

    Queue(Execution current, Function<Execution, List<Candidate>> candidates) {
        this.candidates = candidates;
        accepted(current);
    }

    @Override
    public Candidate next() {
        return waiting.poll();
    }

    @Override
    public void accepted(Execution now) {
        waiting = new ArrayDeque<>(candidates.apply(now));
    }
}
