package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Target;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What any system of actors should keep to. */
public final class GeneralInvariants {
    private GeneralInvariants() {}

    /** Those that hold in every system. */
    public static List<Invariant> all() {
        return List.of(noUncaughtException());
    }

    /** {@code no-uncaught-exception}: nothing that an actor throws leaves its handler. */
    public static Invariant noUncaughtException() {
        return new NoUncaughtException();
    }

    /**
     * {@code no-progress}: a system without faults that runs fairly leaves no client waiting. For targets that
     * settle and promise so; not one of {@link #all()}.
     *
     * @param progress the answers that count: where the scenario has a probe, some node gives one of them in
     *     the time in which the target settles; where it has none, each command of an execution without
     *     faults gets one
     */
    public static Invariant noProgress(Predicate<String> progress) {
        return new NoProgress(progress);
    }

    /**
     * A property that a fair run without faults must bring about: what must hold in the end, not after every
     * step. For targets that settle and show a view of each node. Judged where all nodes were up before any client
     * asked for anything.
     *
     * @param owed what is wrong with the states as they are, or null
     */
    public static Invariant eventually(String id, Function<Cluster, Violation> owed) {
        return eventually(id, () -> owed::apply);
    }

    /** The same, where that depends on what happened before. */
    public static Invariant eventually(String id, Supplier<FairEndMonitor> property) {
        return new Eventually(id, property);
    }

    /** The target with these added to its own invariants. */
    public static Target addedTo(Target target) {
        return new WithGeneralInvariants(target);
    }
}
