package dev.heddle.minimizer.prove;

/** Why nothing can be proven about a target or a schedule, in one line for people. */
public final class Unprovable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unprovable(String why) {
        super(why);
    }
}
