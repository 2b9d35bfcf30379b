package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.BitSet;

/** Takes out neighbouring events together, from half of all down to two: delta debugging (Zeller 2002). */
final class Chunks implements Pass {
    private final String name;
    private final int least;
    private final Matching[] matchings;

    private Chunks(String name, int least, Matching... matchings) {
        this.name = name;
        this.least = least;
        this.matchings = matchings;
    }

    /** They do not happen at all. */
    static Chunks removed() {
        return new Chunks("delta debugging", 0, Matching.EQUAL, Matching.FIRST_OF_KIND);
    }

    /**
     * Deliveries happen later where others wait behind them. On a network that keeps order most of a long execution
     * can go only so: whatever is sent and not delivered is in the way of all that follows.
     *
     * @param least executions with fewer events are left alone
     */
    static Chunks putOff(int least) {
        return new Chunks("put off", least, Matching.IN_TURN);
    }

    @Override
    public String name() {
        return name;
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
                return new Sweep(now, order, e -> pieces(e, chunk), (e, place) -> {
                    BitSet removed = new BitSet();
                    removed.set(place * chunk, Math.min(e.events().size(), (place + 1) * chunk));
                    return Removal.of(e, removed, matchings);
                });
            }
        };
    }

    private int pieces(Execution execution, int chunk) {
        int events = execution.events().size();
        return events < least ? 0 : (events + chunk - 1) / chunk;
    }
}
