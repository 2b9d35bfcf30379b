package dev.heddle.minimizer;

import dev.heddle.harness.random.Rng;

/** A random change of an execution, from which a descent may lead to a smaller one. */
@FunctionalInterface
public interface Mutation {
    Candidate mutate(Execution current, Rng rng);
}
