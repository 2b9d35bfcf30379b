package dev.heddle.examples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What examples/failover/README.md promises. */
class FailoverTest {
    @Test
    void aStandbyThatForgetsLeavesABlackHole() {
        Bundled.of("failover", "forgetful-standby").isFoundAndBecomes("no-black-hole", 5, 7, 100_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"remember", "log", "ask", "stabilize", "transaction", "multicast", "facts"})
    void noRemedyLeavesOne(String remedy) {
        Bundled.of("failover").with("controller", remedy).isSilent(5_000);
    }

    @Test
    void theSchedulesThatAreKeptReplay() throws Exception {
        Bundled.keptSchedulesReplay("failover");
    }
}
