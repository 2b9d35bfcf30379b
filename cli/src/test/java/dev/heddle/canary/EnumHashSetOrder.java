package dev.heddle.canary;

import java.util.HashSet;
import java.util.List;

/** Lets the order of a hash set of enums, which hash by identity, reach a message. */
public final class EnumHashSetOrder extends Canary {
    public EnumHashSetOrder() {
        super(() -> new HashSet<>(List.of(Thread.State.values())).toString());
    }
}
