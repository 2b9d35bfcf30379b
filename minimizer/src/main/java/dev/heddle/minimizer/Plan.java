package dev.heddle.minimizer;

import java.util.List;

/**
 * What a minimizer tries.
 *
 * @param shrinking passes for long executions, run to their fixpoint
 * @param polishing passes for short ones, run to their fixpoint after each mutation
 * @param tidying passes that make an execution easier to read and do not make it longer
 * @param changes passes whose candidates are tried one after the other, with a descent from each, where mutations gain
 *     nothing any more
 * @param singles the pass whose whole rejected sweep means that the result is 1-minimal
 */
public record Plan(List<Pass> shrinking, List<Pass> polishing, List<Pass> tidying, List<Pass> changes, Pass singles,
        Mutation mutation) {
    public Plan {
        shrinking = List.copyOf(shrinking);
        polishing = List.copyOf(polishing);
        tidying = List.copyOf(tidying);
        changes = List.copyOf(changes);
    }
}
