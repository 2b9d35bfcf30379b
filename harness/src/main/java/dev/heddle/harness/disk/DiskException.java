package dev.heddle.harness.disk;

/**
 * A disk that could not do what it was asked: an injected fault.
 *
 * <p>A node that gives up on it, or throws it on, has done nothing wrong.
 */
public final class DiskException extends RuntimeException {
    private static final long serialVersionUID = 1;

    DiskException(String message) {
        super(message);
    }
}
