package dev.heddle.invariants;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Target;
import java.util.List;

/** What any system of actors should keep to. */
public final class GeneralInvariants {
    private GeneralInvariants() {}

    /** All of them. */
    public static List<Invariant> all() {
        return List.of(noUncaughtException());
    }

    /** {@code no-uncaught-exception}: nothing that an actor throws leaves its handler. */
    public static Invariant noUncaughtException() {
        return new NoUncaughtException();
    }

    /** The target with these added to its own invariants. */
    public static Target addedTo(Target target) {
        return new WithGeneralInvariants(target);
    }
}
