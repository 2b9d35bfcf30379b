package dev.heddle.examples;

import org.junit.jupiter.api.Test;

/** What examples/dining-philosophers/README.md promises. */
class DiningPhilosophersTest {
    @Test
    void thoseWhoAllReachLeftFirstStarve() {
        Bundled.of("dining-philosophers", "left-first").isFoundAndBecomes("no-progress", 2, 5, 500);
    }

    @Test
    void withOneWhoReachesRightNobodyDoes() {
        Bundled.of("dining-philosophers").isSilent(300);
    }

    @Test
    void theSchedulesThatAreKeptReplay() throws Exception {
        Bundled.keptSchedulesReplay("dining-philosophers");
    }
}
