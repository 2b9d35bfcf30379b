package dev.heddle.invariants.linearizability;

/**
 * What a single copy of the data does, one operation after the other.
 *
 * @param <S> its state: immutable, with {@code equals} and {@code hashCode}
 */
public interface SequentialSpec<S> {
    /** The state before the first operation. */
    S initial();

    /**
     * Performs an operation.
     *
     * @param answer what the client was told, or null where nobody knows: then any answer will do
     * @return the state afterwards, or null where this operation is not answered so in this state
     */
    S step(S state, String command, String answer);

    /**
     * The part of the data that an operation concerns, such as the key in {@code put k v}. Operations on
     * different parts must not affect each other: each part is checked by itself, and begins in {@link
     * #initial()}.
     */
    default String part(String command) {
        return "";
    }
}
