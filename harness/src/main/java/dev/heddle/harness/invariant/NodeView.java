package dev.heddle.harness.invariant;

import java.util.function.BiConsumer;

/**
 * The state of one node as plain values, read between two deliveries.
 *
 * <p>Invariants cast it to the richer interface they are written for; reports and traces only need
 * the named fields.
 */
public interface NodeView {
    /** Passes each field's name and value, always in the same order. Values are read at once. */
    void fields(BiConsumer<String, Object> field);
}
