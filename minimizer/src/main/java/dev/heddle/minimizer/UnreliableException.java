package dev.heddle.minimizer;

/** The schedule does not show its violation, or not every time; the message says so for people. */
public final class UnreliableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean absent;

    /** A violation that comes and goes. */
    public UnreliableException(String message) {
        this(message, false);
    }

    private UnreliableException(String message, boolean absent) {
        super(message);
        this.absent = absent;
    }

    /** A violation that did not occur at all. */
    static UnreliableException absent(String message) {
        return new UnreliableException(message, true);
    }

    /** True where the violation did not occur at all, false where it came and went. */
    public boolean absent() {
        return absent;
    }
}
