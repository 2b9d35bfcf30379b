package dev.heddle.examples.cluster;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of {@link KillNine}; its README says how to run many. */
class KillNineTest {

    private static final int ROUNDS = 3;

    @TempDir
    Path folder;

    @Test
    void nothingAcknowledgedIsLostOrAppliedTwice() throws Exception {
        KillNine killing = new KillNine(folder.resolve("cluster"), 1);
        for (int round = 0; round < ROUNDS; round++) {
            killing.round();
        }
        killing.lastRound();
        assertTrue(killing.acknowledgedInAll() > 0, killing.toString());
    }
}
