package dev.heddle.harness.run;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What is under test, configured and ready to be opened; opened once per worker. */
public interface Target {
    /** The names of the nodes. */
    List<String> nodes();

    /** What must hold; every one is checked where nobody asks for others. */
    List<Invariant> invariants();

    /** What is checked only where somebody asks for it by name. */
    default List<Invariant> optionalInvariants() {
        return List.of();
    }

    /** Those of both kinds that have these ids. */
    default List<Invariant> invariants(Collection<String> ids) {
        return Stream.concat(invariants().stream(), optionalInvariants().stream())
                .filter(invariant -> ids.contains(invariant.id()))
                .toList();
    }

    /** What clients send; nothing by default. */
    default Workload workload() {
        return Workload.NONE;
    }

    /** The number of clients. */
    default int clients() {
        return 1;
    }

    /** The faults that the target claims to tolerate on the network it is configured for; none by default. */
    default Set<FaultKind> faults() {
        return Set.of();
    }

    /** How it wants to be fuzzed where the user says nothing. */
    default Preferences preferences() {
        return Preferences.DEFAULT;
    }

    /**
     * The virtual time, in milliseconds, within which it recovers once all faults are over; some executions
     * end with so much of it. 0 where nothing is claimed.
     */
    default int settleMillis() {
        return 0;
    }

    /**
     * True where nodes differ in their names only: exchange two names everywhere in an execution, and it is
     * an execution again.
     */
    default boolean interchangeableNodes() {
        return false;
    }

    /**
     * True where what nodes draw decides nothing but how long their timers take, so that it makes no difference
     * where timers may fire at any moment.
     */
    default boolean drawsOnlyDelay() {
        return false;
    }

    /** A system of its own in {@code world}; everything it does happens on the calling thread. */
    TargetSystem open(World world);
}
