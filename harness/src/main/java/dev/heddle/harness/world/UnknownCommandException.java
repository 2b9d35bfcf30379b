package dev.heddle.harness.world;

/** A text stands for no command of the target's, as its message tells people. */
public final class UnknownCommandException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnknownCommandException(IllegalArgumentException refusal) {
        super(refusal.getMessage(), refusal);
    }
}
