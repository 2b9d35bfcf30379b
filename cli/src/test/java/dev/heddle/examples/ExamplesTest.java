package dev.heddle.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.minimizer.Execution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the READMEs of the bundled examples say: wrong ones are found and made short, right ones are silent. */
class ExamplesTest {
    private static final int SEEDS = 20;
    /** Few: the command line makes them shorter still. */
    private static final long REPLAYS = 1500;

    /**
     * What a README claims.
     *
     * @param executions within which it is found for each of the seeds
     * @param invariant the one that breaks
     * @param minimized for so many of the seeds the find is minimized here
     * @param deliveries the most that are left of it then
     */
    record Claim(Trial trial, long executions, String invariant, int minimized, int deliveries) {}

    static List<Claim> wrong() {
        return List.of(
                new Claim(new Trial("dining-philosophers", "left-first", "", ""), 500, "no-progress", SEEDS, 2),
                new Claim(new Trial("failure-detector", "grudge", "", ""), 200, "eventual-accuracy", 5, 8),
                new Claim(register("local", "", "none"), 200, "linearizability", SEEDS, 4),
                new Claim(register("no-sync", "", ""), 1000, "linearizability", 1, 40),
                new Claim(register("", "protocol=sequencer", "partition"), 500, "linearizability", 5, 20),
                new Claim(register("", "protocol=majority", "crash,recover"), 1000, "linearizability", 1, 50));
    }

    private static Trial register(String bug, String option, String faults) {
        return new Trial("failure-models", bug, option, faults);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isFoundForEverySeedAndMadeShort(Claim claim) {
        for (int seed = 1; seed <= SEEDS; seed++) {
            CampaignResult result = claim.trial().fuzz(seed, claim.executions());
            assertFalse(result.finds().isEmpty(), "not found with seed " + seed);
            Find find = result.finds().get(0);
            if (seed <= claim.minimized()) {
                Execution small = claim.trial().minimize(find.schedule(), REPLAYS);
                int deliveries = small.schedule().deliveries();
                    assertEquals(claim.invariant(), small.violation().invariant());
                assertTrue(
                        deliveries <= claim.deliveries(), "seed " + seed + ": " + deliveries + " deliveries are left");
            }
        }
    }

    static List<Trial> right() {
        return List.of(
                new Trial("dining-philosophers", "", "", ""),
                new Trial("failure-detector", "", "", ""),
                new Trial("failure-detector", "", "patience=learning", ""),
                register("", "protocol=sequencer", ""),
                register("", "protocol=majority", ""),
                register("", "protocol=durable", ""),
                register("", "protocol=checksums", ""));
    }

    @ParameterizedTest
    @MethodSource("right")
    void isSilent(Trial trial) {
        assertEquals(List.of(), trial.fuzz(1, 300).finds());
    }

    static List<Path> schedules() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String example : List.of("dining-philosophers", "failure-detector", "failure-models")) {
            try (Stream<Path> files = Files.list(Path.of("../examples", example, "schedules"))) {
                files.sorted().forEach(all::add);
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void theSavedScheduleShowsWhatItRecords(Path file) throws IOException, ScheduleException {
        Schedule schedule = ScheduleFormat.read(file, Faults.VOCABULARY);
        Outcome.Violated violated = assertInstanceOf(Outcome.Violated.class, Trial.replayed(schedule));
        assertEquals(schedule.header().violation(), violated.violation().shape());
    }
}
