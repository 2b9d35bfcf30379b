package dev.heddle.harness.world;

/**
 * An answer that a client got; it arrives at once, so it is no event.
 *
 * @param operation the number of the operation it answers, or {@link #NO_OPERATION}
 */
public record Response(Endpoint from, Endpoint client, int operation, String text) {
    /** What stands for none. */
    public static final int NO_OPERATION = -1;
}
