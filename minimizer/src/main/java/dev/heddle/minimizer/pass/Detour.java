package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Mutation;
import java.util.List;

/** One change of several kinds: mostly the usual one, now and then a rare one. */
final class Detour implements Mutation {
    private static final double RARE = 0.1;

    private final Mutation usual;
    private final List<Mutation> rare;

    Detour(Mutation usual, Mutation... rare) {
        this.usual = usual;
        this.rare = List.of(rare);
    }

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        for (Mutation mutation : rare) {
            if (rng.chance(RARE)) {
                return mutation.mutate(current, rng);
            }
        }
        return usual.mutate(current, rng);
    }
}
