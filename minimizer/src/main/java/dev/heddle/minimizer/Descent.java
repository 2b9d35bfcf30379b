package dev.heddle.minimizer;

import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Passes run to their common fixpoint: whatever gained most for its replays the last time goes next, and
 * what found nothing rests until another gains. It may end early where it comes to what is not new.
 */
final class Descent {
    private final Search search;
    private final List<Pass> passes;
    private final Predicate<Execution> isNew;
    private final double[] yields;
    private final List<Stage> stages = new ArrayList<>();
    private Execution current;
    private boolean met;

    Descent(Search search, List<Pass> passes) {
        this(search, passes, execution -> true);
    }

    /** @param isNew asked once of each execution that it comes to; where it says no, it ends */
    Descent(Search search, List<Pass> passes, Predicate<Execution> isNew) {
        this.search = search;
        this.passes = passes;
        this.isNew = isNew;
        yields = new double[passes.size()];
    }

    /**
     * The fixpoint, or as far as the budget went, or the first that is not new.
     *
     * @param order see {@link Pass#propose}
     */
    Execution run(Execution start, Rng order) {
        current = start;
        met = false;
        // Each goes once, in the order given, before its yield is known.
        Arrays.fill(yields, Double.POSITIVE_INFINITY);
        boolean[] rests = new boolean[passes.size()];
        for (int next = best(rests); next >= 0 && !over(); next = best(rests)) {
            boolean gained = sweep(next, order);
            if (gained) {
                Arrays.fill(rests, false);
            } else {
                rests[next] = true;
            }
        }
        return current;
    }

    /** What led to the last result. */
    List<Stage> stages() {
        return stages;
    }

    private boolean over() {
        return met || search.over();
    }

    private int best(boolean[] rests) {
        int best = -1;
        for (int i = 0; i < yields.length; i++) {
            if (!rests[i] && (best < 0 || yields[i] > yields[best])) {
                best = i;
            }
        }
        return best;
    }

    private boolean sweep(int pass, Rng order) {
        Execution before = current;
        long start = search.nanos();
        long replays = search.replays();
        Proposals proposals = passes.get(pass).propose(current, order);
        Candidate candidate = proposals.next();
        while (candidate != null && !over()) {
            Execution now = search.smaller(candidate, current);
            if (now != null) {
                current = now;
                met = !isNew.test(now);
                proposals.accepted(now);
            }
            candidate = proposals.next();
        }
        boolean gained = current != before;
        replays = search.replays() - replays;
        yields[pass] = (Size.total(before) - Size.total(current)) / (replays + 1.0);
        stages.add(Stage.of(passes.get(pass).name(), before, current, replays, search.nanos() - start));
        return gained;
    }
}
