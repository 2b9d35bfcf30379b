package dev.heddle.harness.strategy;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;

/** How an execution ended. */
public sealed interface Outcome {

    /** No invariant broke. */
    record Passed(Ending ending) implements Outcome {}

    /**
     * An invariant broke.
     *
     * @param owed true where it is that a fair end owed something and did not bring it in all its time, so that no
     *     step broke it
     */
    record Violated(Violation violation, boolean owed) implements Outcome {
        /** One that the last step broke. */
        public Violated(Violation violation) {
            this(violation, false);
        }
    }

    /** A strict replay could not follow its schedule. */
    record Diverged(Divergence divergence) implements Outcome {}

    /** The target did what cannot be repeated. */
    record Rejected(RuleBreach breach) implements Outcome {}

    /** The user's own code for the harness threw, so that nothing is known of what would have come. */
    record Faulty(HookError error) implements Outcome {}

    /** Why an execution without a violation ended. */
    enum Ending {
        /** The strategy had nothing left to choose. */
        EXHAUSTED,
        /** The limit of deliveries was reached. */
        LIMIT
    }

    /** True where both ended alike: the same shape of violation, or no violation in either. */
    default boolean sameAs(Outcome other) {
        if (this instanceof Violated mine && other instanceof Violated theirs) {
            return mine.violation().sameShape(theirs.violation());
        }
        return getClass() == other.getClass();
    }
}
