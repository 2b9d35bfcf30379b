package dev.heddle.examples.bank;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fuzz.Campaign;
import dev.heddle.harness.fuzz.CampaignOptions;
import dev.heddle.harness.fuzz.CampaignResult;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.invariants.GeneralInvariants;
import dev.heddle.invariants.linearizability.Linearizability;
import dev.heddle.loading.Realm;
import dev.heddle.minimizer.Minimizer;
import dev.heddle.minimizer.MinimizerListener;
import dev.heddle.minimizer.MinimizerOptions;
import dev.heddle.minimizer.engine.EngineExperiment;
import dev.heddle.minimizer.pass.Passes;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the README says of the bank; its Akka is woven as it loads, as for any user. */
class BankTest {
    private static final int SEEDS = 20;
    private static final List<String> LOST_UPDATE = List.of("lost-update");
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "."));
    private static final Realm REALM = Realm.open(classPath(), BankTest.class.getClassLoader());
    private static final TargetFactory TARGETS = targets();

    private static List<Path> classPath() {
        String maven = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(
                        Stream.of(FOLDER.resolve("target/classes")),
                        Stream.of(maven.split(File.pathSeparator)).map(Path::of)
                                .filter(p -> p.getFileName().toString().matches("(akka-|scala-|config-).*\\.jar")))
                .toList();
    }

    private static TargetFactory targets() {
        try {
            return (TargetFactory) REALM.load("dev.heddle.akka.ScenarioTargets").getConstructor(Class.class)
                    .newInstance(REALM.load("dev.heddle.examples.bank.BankScenario"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        REALM.close();
    }

    private static Target target(int nodes, List<String> bugs) {
        return GeneralInvariants.addedTo(TARGETS.create(nodes, NetworkKind.FIFO, bugs, new TreeMap<>()));
    }

    private static CampaignResult fuzz(List<String> bugs, long seed, long executions) {
        Target sample = target(4, bugs);
        Header header = Header.of("dev.heddle.examples.bank.BankScenario", 4, seed).withBugs(bugs);
        FuzzSettings settings =
                new FuzzSettings(sample.workload(), sample.clients(), -1, sample.faults(), Map.of());
        return new Campaign(() -> target(4, bugs), new CampaignOptions(header, Set.of(Linearizability.ID),
                        RunOptions.on(NetworkKind.FIFO), Strategies.all().get(0), settings, executions,
                        Long.MAX_VALUE, 1, false))
                .run(() -> {});
    }

    @Test
    void aLostUpdateIsFoundForEverySeed() {
        for (int seed = 1; seed <= SEEDS; seed++) {
            CampaignResult result = fuzz(LOST_UPDATE, seed, 100);
            assertFalse(result.finds().isEmpty(), "not found with seed " + seed);
            assertInstanceOf(Outcome.Violated.class, result.finds().get(0).outcome());
        }
    }

    @Test
    void itIsMadeShort() {
        Schedule find = fuzz(LOST_UPDATE, 1, 100).finds().get(0).schedule();
        Schedule small = new Minimizer(
                        () -> new EngineExperiment(nodes -> target(nodes, LOST_UPDATE), Set.of(Linearizability.ID),
                                RunOptions.on(NetworkKind.FIFO)),
                        Passes.all(Set.of()), new MinimizerOptions(1, 2000, Long.MAX_VALUE), MinimizerListener.NONE)
                .run(find).execution().schedule();
        assertTrue(small.deliveries() <= 36, small.deliveries() + " deliveries are left");
    }

    @Test
    void theBankThatChecksVersionsIsSilent() {
        assertEquals(List.of(), fuzz(List.of(), 1, 300).finds());
    }

    @Test
    void theSavedSchedulesReplay() throws IOException, ScheduleException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("schedules"))) {
            for (Path file : files.sorted().toList()) {
                Schedule schedule = ScheduleFormat.read(file, Faults.VOCABULARY);
                Target target = target(schedule.header().nodes(), schedule.header().bugs());
                try (Replayer replayer = new Replayer(target, target.invariants(), schedule.header())) {
                    Outcome outcome = replayer.strict(schedule, (action, world) -> {}).outcome();
                    assertInstanceOf(Outcome.Violated.class, outcome, file + ": " + outcome);
                }
            }
        }
    }
}
