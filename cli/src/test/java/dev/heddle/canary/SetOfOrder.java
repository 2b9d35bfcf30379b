package dev.heddle.canary;

import java.util.Set;

/** Lets the order of {@code Set.of}, which differs from JVM to JVM, reach a message. */
public final class SetOfOrder extends Canary {
    public SetOfOrder() {
        super(() -> Set.of("p", "q", "r", "s", "t", "u", "v", "w").toString());
    }
}
