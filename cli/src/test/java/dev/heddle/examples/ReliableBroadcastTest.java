package dev.heddle.examples;

import org.junit.jupiter.api.Test;

/** What examples/reliable-broadcast/README.md promises. */
class ReliableBroadcastTest {
    @Test
    void withoutRelaysTheSenderTakesItsWordWithIt() {
        Bundled.of("reliable-broadcast", "no-relay").isFoundAndBecomes("agreement", 6, 8, 10_000);
    }

    @Test
    void whoDeliversFirstMayBeTheOnlyOne() {
        Bundled.of("reliable-broadcast", "deliver-first").isFoundAndBecomes("uniform-agreement", 9, 10, 10_000);
    }

    @Test
    void theRightOneAgrees() {
        Bundled.of("reliable-broadcast").isSilent(3_000);
    }

    @Test
    void theSchedulesThatAreKeptReplay() throws Exception {
        Bundled.keptSchedulesReplay("reliable-broadcast");
    }
}
