package dev.heddle.minimizer;

import dev.heddle.harness.schedule.Header;

/** Runs candidates; used by the thread that made it only. */
public interface Experiment extends AutoCloseable {
    /**
     * Follows the candidate leniently up to the first violation; null where none occurred or it cannot be run.
     *
     * @throws BrokenRulesException where the target broke the harness's rules
     */
    Execution run(Candidate candidate);

    /**
     * Makes an execution as a search for violations does, up to the first one; null where none occurred, or where it
     * makes none by itself.
     *
     * @param header says of what, and its seed with the number where the random choices come from
     * @throws BrokenRulesException where the target broke the harness's rules
     */
    default Execution afresh(Header header, long number) {
        return null;
    }

    @Override
    void close();
}
