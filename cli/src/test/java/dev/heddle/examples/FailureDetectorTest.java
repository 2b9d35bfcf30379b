package dev.heddle.examples;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What examples/failure-detector/README.md promises. */
class FailureDetectorTest {
    @Test
    void aDetectorThatBearsAGrudgeIsInaccurateForEver() {
        Bundled.of("failure-detector", "grudge").shortening(5).isFoundAndBecomes("eventual-accuracy", 8, 2, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed", "learning"})
    void theRightOneIsAccurateInTheEnd(String patience) {
        Bundled.of("failure-detector").with("patience", patience).isSilent(300);
    }

    @Test
    void theSchedulesThatAreKeptReplay() throws Exception {
        Bundled.keptSchedulesReplay("failure-detector");
    }
}
