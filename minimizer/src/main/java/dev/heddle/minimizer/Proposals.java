package dev.heddle.minimizer;

/** One sweep of a pass; asking for the next candidate says that the one before was rejected. */
public interface Proposals {
    /** The next candidate, or null at the end of the sweep. */
    Candidate next();

    /** Told that the last candidate was accepted, and what was executed. */
    void accepted(Execution now);
}
