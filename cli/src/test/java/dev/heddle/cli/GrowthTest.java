package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.akka.AkkaTarget;
import dev.heddle.api.Setup;
import dev.heddle.examples.raft.RaftScenario;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Executions leave nothing behind: no thread, no class, no heap, no actor system. */
class GrowthTest {
    private static final long SLACK_BYTES = 6 << 20;
    private static final int SLACK_CLASSES = 60;

    /** What a JVM holds once garbage is gone. */
    private record Holdings(long heapBytes, int threads, int classes) {
        static Holdings now() {
            for (int i = 0; i < 3; i++) {
                System.gc();
            }
            return new Holdings(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
        }
    }

    @ParameterizedTest
    @CsvSource({"false, 10000", "true, 1000"})
    void nothingGrows(boolean freshSystems, int executions) {
        Target target = new AkkaTarget(
                new RaftScenario().define(new Setup(4, NetworkKind.UDP, List.of(), new TreeMap<>())));
        RunOptions options = RunOptions.on(NetworkKind.UDP).withMaxDeliveries(60).withFreshSystems(freshSystems);
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), options)) {
            run(coordinator, target, 0, executions / 5);
            Holdings before = Holdings.now();
            run(coordinator, target, executions / 5, executions);
            Holdings after = Holdings.now();
            // Fewer where a thread of the JDK's, that an earlier test left, has ended meanwhile.
            assertTrue(after.threads() <= before.threads(), before + " then " + after);
            assertTrue(after.classes() - before.classes() < SLACK_CLASSES, before + " then " + after);
            assertTrue(after.heapBytes() - before.heapBytes() < SLACK_BYTES, before + " then " + after);
        }
    }

    private static void run(Coordinator coordinator, Target target, int from, int to) {
        FuzzSettings settings = new FuzzSettings(target.workload(), target.clients(), -1, target.faults(), Map.of());
        for (int i = from; i < to; i++) {
            Strategy strategy = Strategies.all().get(0).create(settings, Rng.ofExecution(1, i));
            coordinator.run(i, strategy, StepListener.NONE);
        }
    }
}
