package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.BitSet;

/** Removes neighbouring events together, from half of all down to two: delta debugging (Zeller 2002). */
final class Chunks implements Pass {
    @Override
    public String name() {
        return "delta debugging";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Proposals() {
            private Execution now = current;
            private int size = Math.max(2, current.events().size() / 2);
            private Sweep sweep = sweep();

            @Override
            public Candidate next() {
                Candidate candidate = sweep.next();
                while (candidate == null && size > 2) {
                    size = Math.max(2, size / 2);
                    sweep = sweep();
                    candidate = sweep.next();
                }
                return candidate;
            }

            @Override
            public void accepted(Execution smaller) {
                now = smaller;
                sweep.accepted(smaller);
            }

            private Sweep sweep() {
                int chunk = size;
                return new Sweep(now, order, e -> (e.events().size() + chunk - 1) / chunk, (e, place) -> {
                    BitSet removed = new BitSet();
                    removed.set(place * chunk, Math.min(e.events().size(), (place + 1) * chunk));
                    return Removal.of(e, removed, Matching.EQUAL, Matching.FIRST_OF_KIND);
                });
            }
        };
    }
}
