package dev.heddle.debugger;

/**
 * An execution did not go the same way again, though every event was the same: nothing that is shown can be
 * relied on.
 */
public final class UnrepeatableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnrepeatableException(String message) {
        super(message);
    }
}
