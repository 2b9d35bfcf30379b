package dev.heddle.minimizer;

/** Hears on the caller's thread how far the work is, about ten times a second. */
@FunctionalInterface
public interface MinimizerListener {
    /** Hears nothing. */
    MinimizerListener NONE = (stage, best, replays) -> {};

    /**
     * @param stage what is being done
     * @param best the smallest execution so far, or null
     * @param replays the candidates that were run so far
     */
    void progress(String stage, Execution best, long replays);
}
