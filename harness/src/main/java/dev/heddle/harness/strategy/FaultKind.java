package dev.heddle.harness.strategy;

import dev.heddle.harness.schedule.NetworkKind;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The faults that can be switched on. */
public enum FaultKind {
    CRASH,
    RECOVER,
    PARTITION,
    RESET,
    DROP,
    DUPLICATE;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that a network has: connections break only where there are some, packets get lost only elsewhere. */
    public static Set<FaultKind> of(NetworkKind network) {
        return network == NetworkKind.FIFO
                ? EnumSet.of(CRASH, RECOVER, PARTITION, RESET)
                : EnumSet.of(CRASH, RECOVER, PARTITION, DROP, DUPLICATE);
    }
}
