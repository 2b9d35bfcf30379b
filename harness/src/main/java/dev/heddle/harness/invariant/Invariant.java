package dev.heddle.harness.invariant;

/** A property that must hold after every step of every execution. */
public interface Invariant {
    /** The id in reports and on the command line, such as {@code election-safety}. */
    String id();

    /** A fresh monitor, with no history, for one execution. */
    Monitor newMonitor();

    /** How many executions its monitors so far could not judge, because a bound of theirs was met. */
    default long undecided() {
        return 0;
    }
}
