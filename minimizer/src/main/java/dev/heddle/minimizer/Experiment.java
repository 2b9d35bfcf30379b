package dev.heddle.minimizer;

/** Runs candidates; used by the thread that made it only. */
public interface Experiment extends AutoCloseable {
    /** Follows the candidate leniently up to the first violation; null where none occurred or it cannot be run. */
    Execution run(Candidate candidate);

    @Override
    void close();
}
