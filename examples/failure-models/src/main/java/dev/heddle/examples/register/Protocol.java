package dev.heddle.examples.register;

import dev.heddle.harness.fault.Corrupt;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.schedule.NetworkKind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How nodes agree on what the register holds, from the most trusting to the least. */
enum Protocol {
    /** What is sent arrives, in order. */
    SEQUENCER,
    /** Nodes do not come back after a crash. */
    MAJORITY,
    /** What was synced is not forgotten, and messages are what was sent. */
    DURABLE,
    /** What was synced is not forgotten. */
    CHECKSUMS;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The faults that it claims to tolerate. */
    Set<FaultKind> tolerates(NetworkKind network) {
        Set<FaultKind> all = Faults.of(network);
        return switch (this) {
            case SEQUENCER -> Set.of(Crash.KIND);
            case MAJORITY -> {
                Set<FaultKind> some = new LinkedHashSet<>(all);
                some.remove(Recover.KIND);
                yield some;
            }
            case DURABLE -> all;
            case CHECKSUMS -> Faults.with(all, Corrupt.KIND);
        };
    }

    /** True where it claims to answer again once all nodes are back. */
    boolean survivesRestarts() {
        return this == DURABLE || this == CHECKSUMS;
    }

    static Protocol of(String id) {
        return Arrays.stream(values()).filter(p -> p.id().equals(id)).findFirst().orElseThrow(() ->
                new IllegalArgumentException("failure-models' option protocol is one of "
                        + Arrays.stream(values()).map(Protocol::id).collect(Collectors.joining(", "))
                        + ", not '" + id + "'"));
    }
}
