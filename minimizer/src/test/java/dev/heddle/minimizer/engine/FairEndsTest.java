package dev.heddle.minimizer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Minimized;
import dev.heddle.minimizer.Minimizer;
import dev.heddle.minimizer.MinimizerListener;
import dev.heddle.minimizer.MinimizerOptions;
import dev.heddle.minimizer.UnreliableException;
import dev.heddle.minimizer.pass.Passes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Violations that are something that never came. */
class FairEndsTest {
    private final AtomicInteger fairEnds = new AtomicInteger();

    /** A node whose sum reaches four while all are up owes what nobody ever pays; it counts how often it is asked. */
    private record Debt(AtomicInteger fairEnds, IntPredicate owes) implements Invariant {
        @Override
        public String id() {
            return "debt";
        }

        @Override
        public Monitor newMonitor() {
            return new Monitor() {
                private boolean owed;

                @Override
                public Violation afterStep(Cluster cluster, int acted) {
                    owed |= acted >= 0 && cluster.view(0) != null && cluster.view(1) != null
                            && cluster.view(acted).toString().matches(".*sum=[4-9].*");
                    return null;
                }

                @Override
                public boolean awaits(Cluster cluster) {
                    return owed;
                }

                @Override
                public Violation atEnd(Cluster cluster, boolean fair) {
                    boolean asked = fair && owes.test(fairEnds.incrementAndGet());
                    return asked && owed ? Violation.of("debt", List.of(), "never paid") : null;
                }
            };
        }
    }

    private record Debtors(Relay relay, Debt debt) implements Target {
        @Override
        public List<String> nodes() {
            return relay.nodes();
        }

        @Override
        public List<Invariant> invariants() {
            return List.of(debt);
        }

        @Override
        public TargetSystem open(World world) {
            return relay.open(world);
        }
    }

    private Target target(int nodes, IntPredicate owes) {
        return new Debtors(Relay.of(nodes, 100), new Debt(fairEnds, owes));
    }

    private EngineExperiment experiment(IntPredicate owes) {
        return new EngineExperiment(n -> target(n, owes), Set.of("debt"), RunOptions.on(NetworkKind.FIFO));
    }

    private Minimizer minimizer(IntPredicate owes) {
        return new Minimizer(() -> experiment(owes), Passes.all(Set.of()), new MinimizerOptions(1, 500, Long.MAX_VALUE),
                MinimizerListener.NONE);
    }

    private static Schedule schedule(String lines) {
        List<Event> events = lines.lines().map(Faults.VOCABULARY::parse).toList();
        return new Schedule(Header.of("debtors", 2, 1), events);
    }

    private static final Schedule RESET = schedule("""
            boot n1
            boot n2
            command c1 -> n1 add 2
            deliver c1 -> n1 add 2 #1
            command c1 -> n1 add 2
            deliver c1 -> n1 add 2 #2
            reset n1 -> n2
            settle 10s
            """);

    @Test
    void faultsAreNotNeededToKeepAFairEndShort() {
        Minimized result = minimizer(time -> true).run(RESET);
        Schedule smallest = result.execution().schedule();

        assertEquals(
                List.of("boot n1", "command c1 -> n1 add 2", "command c1 -> n1 add 2", "settle 10s"),
                smallest.events().stream().map(Event::line).toList());
        assertTrue(result.oneMinimal());
        try (Replayer replayer = new Replayer(target(2, time -> true), List.of(new Debt(fairEnds, time -> true)),
                smallest.header())) {
            assertTrue(replayer.strict(smallest, StepListener.NONE).outcome() instanceof Outcome.Violated);
        }
    }

    @Test
    void whatIsNotEvenReachedIsNotRunOnceMore() {
        Schedule without = schedule("boot n1\nboot n2\nsettle 10s\n");
        try (EngineExperiment experiment = experiment(time -> true)) {
            Execution first = experiment.run(new Candidate(RESET, Matching.EQUAL));
            assertEquals(List.of(), first.aftermath());
            assertNull(experiment.run(new Candidate(without, Matching.EQUAL)));
            assertEquals(2, fairEnds.get());

            List<Event> more = Stream.concat(Stream.of(Faults.VOCABULARY.parse("recover n1")), RESET.events().stream())
                    .toList();
            assertEquals(first, experiment.run(Candidate.of(first, more, Matching.LAST_OF_KIND)));
            assertEquals(first, experiment.run(new Candidate(RESET, Matching.EQUAL)));
            assertNull(experiment.run(new Candidate(without, Matching.FIRST_OF_KIND)));
            assertEquals(2, fairEnds.get());

            experiment.run(new Candidate(schedule("boot n2\nboot n1\nsettle 10s\n"), Matching.EQUAL));
            assertEquals(3, fairEnds.get());
        }
    }

    @Test
    void whatIsKnownIsNoConfirmation() {
        UnreliableException first =
                assertThrows(UnreliableException.class, () -> minimizer(time -> time == 1).run(RESET));
        assertTrue(first.getMessage().contains("only sometimes"), first.getMessage());

        fairEnds.set(0);
        minimizer(time -> true).run(RESET);
        int all = fairEnds.getAndSet(0);
        UnreliableException last =
                assertThrows(UnreliableException.class, () -> minimizer(time -> time < all).run(RESET));
        assertTrue(last.getMessage().contains("once and not again"), last.getMessage());
    }
}
