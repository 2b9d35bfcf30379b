package dev.heddle.invariants;

import dev.heddle.harness.invariant.Invariant;
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
}
