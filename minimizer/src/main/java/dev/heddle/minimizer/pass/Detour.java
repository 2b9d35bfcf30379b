package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Mutation;
import java.util.List;

/** One change of several kinds: each of the others as often as it says, else the usual one. */
final class Detour implements Mutation {
    private final Mutation usual;
    private final List<Kind> others;

    /** @param share of all changes, those of this kind; between 0 and 1 */
    record Kind(double share, Mutation mutation) {}

    Detour(Mutation usual, Kind... others) {
        this.usual = usual;
        this.others = List.of(others);
    }

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        double drawn = rng.nextDouble();
        for (Kind kind : others) {
            drawn -= kind.share();
            if (drawn < 0) {
                return kind.mutation().mutate(current, rng);
            }
        }
        return usual.mutate(current, rng);
    }
}
