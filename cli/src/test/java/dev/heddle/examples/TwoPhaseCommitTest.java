package dev.heddle.examples;

import org.junit.jupiter.api.Test;

/** What examples/two-phase-commit/README.md promises. */
class TwoPhaseCommitTest {
    @Test
    void aParticipantThatGivesUpAloneDisagrees() {
        Bundled.of("two-phase-commit", "gives-up-alone").isFoundAndBecomes("agreement", 14, 5, 5_000);
    }

    @Test
    void aDecisionThatIsNotSyncedIsForgotten() {
        Bundled.of("two-phase-commit", "no-sync").isFoundAndBecomes("agreement", 16, 7, 10_000);
    }

    @Test
    void theRightOneAgreesAndLeavesNobodyInDoubt() {
        Bundled.of("two-phase-commit").isSilent(3_000);
    }

    @Test
    void theSchedulesThatAreKeptReplay() throws Exception {
        Bundled.keptSchedulesReplay("two-phase-commit");
    }
}
