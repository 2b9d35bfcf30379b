package dev.heddle.junit;

/** What is wrong with a test or its scenario itself, so that nothing can be said of the actors; one line. */
final class BrokenTestException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    BrokenTestException(String message) {
        super(message);
    }

    BrokenTestException(String message, Throwable cause) {
        super(message, cause);
    }
}
