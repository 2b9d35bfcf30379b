package dev.heddle.examples;

import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.PartitionFault;
import dev.heddle.harness.fault.Recover;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What examples/failure-models/README.md promises. */
class FailureModelsTest {
    private static final String TARGET = "failure-models";

    @Test
    void copiesThatKnowNothingOfEachOtherAreNoRegisterEvenWithoutFaults() {
        Bundled.of(TARGET, "local").withFaults().isFoundAndBecomes("linearizability", 4, 4, 200);
    }

    @Test
    void whatIsNotSyncedIsForgotten() {
        Bundled.of(TARGET, "no-sync").shortening(1).isFoundAndBecomes("linearizability", 40, 16, 1_000);
    }

    @Test
    void aSequencerDoesNotBearPartitions() {
        Bundled.of(TARGET).with("protocol", "sequencer").withFaults(PartitionFault.KIND).shortening(5)
                .isFoundAndBecomes("linearizability", 20, 16, 500);
    }

    @Test
    void aMajorityDoesNotBearRecoveries() {
        Bundled.of(TARGET).with("protocol", "majority").withFaults(Crash.KIND, Recover.KIND).shortening(1)
                .isFoundAndBecomes("linearizability", 50, 22, 1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequencer", "majority", "durable", "checksums"})
    void eachProtocolBearsWhatItSaysItTolerates(String protocol) {
        Bundled.of(TARGET).with("protocol", protocol).isSilent(300);
    }

    @Test
    void theSchedulesThatAreKeptReplay() throws Exception {
        Bundled.keptSchedulesReplay("failure-models");
    }
}
