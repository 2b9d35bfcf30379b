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

    /**
     * The mode that the node is in, one of a few words such as {@code Candidate}, by which coverage is counted;
     * null where there is none. By default the first field whose value is an enum's.
     */
    default String mode() {
        String[] first = {null};
        fields((name, value) -> {
            if (first[0] == null && value instanceof Enum<?>) {
                first[0] = value.toString();
            }
        });
        return first[0];
    }
}
