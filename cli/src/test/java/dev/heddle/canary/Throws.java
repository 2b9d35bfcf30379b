package dev.heddle.canary;

/** Throws in its constructor. */
public final class Throws extends Canary {
    public Throws() {
        super(() -> "");
        throw new IllegalStateException("the canary's constructor");
    }
}
