package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.CrashPoint;
import dev.heddle.harness.fault.Drop;
import dev.heddle.harness.fault.Duplicate;
import dev.heddle.harness.fault.PartitionFault;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.order.Orders;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Run;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RandomStrategyTest {
    private static final ToyTarget TARGET = ToyTarget.of(3, Bug.NONE);

    private static List<Event> events(FuzzSettings settings, NetworkKind network, long seed) {
        try (Coordinator coordinator = new Coordinator(TARGET, List.of(), RunOptions.on(network))) {
            coordinator.run(1, Strategies.all().get(0).create(settings, new Rng(seed)), StepListener.NONE);
            return coordinator.world().history().events();
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void theSameSeedGivesTheSameEventsAndAnotherOthers(NetworkKind network) {
        Set<List<Event>> all = new HashSet<>();
        for (long seed = 0; seed < 20; seed++) {
            List<Event> events = events(TARGET.settings(network), network, seed);
            assertEquals(Script.lines(events), Script.lines(events(TARGET.settings(network), network, seed)));
            all.add(events);
        }
        assertEquals(20, all.size());
    }

    @Test
    void everyNodeBootsFirst() {
        for (long seed = 0; seed < 20; seed++) {
            List<Event> events = events(TARGET.settings(NetworkKind.FIFO), NetworkKind.FIFO, seed);
            assertEquals("boot n1\nboot n2\nboot n3\n", Script.lines(events.subList(0, 3)));
            assertEquals(3, events.stream().filter(e -> e instanceof Boot).count());
        }
    }

    @Test
    void withoutFaultsNothingComesFromOutsideButBootsAndCommands() {
        FuzzSettings calm = new FuzzSettings(TARGET.workload(), 2, -1, Set.of(), Map.of());
        for (long seed = 0; seed < 20; seed++) {
            for (Event e : events(calm, NetworkKind.UDP, seed)) {
                assertTrue(
                        !(e instanceof Event.External) || e instanceof Boot || e instanceof Command,
                        e::toString);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(NetworkKind.class)
    void everyFaultOfTheNetworkHappensInSomeExecution(NetworkKind network) {
        Set<Class<?>> kinds = new HashSet<>();
        for (long seed = 0; seed < 60; seed++) {
            events(TARGET.settings(network), network, seed).forEach(e -> kinds.add(e.getClass()));
        }
        Set<Class<?>> expected = new HashSet<>(Set.of(
                Boot.class, Command.class, Crash.class, CrashPoint.class, Recover.class, PartitionFault.Cut.class,
                PartitionFault.Heal.class, PartitionFault.HealAll.class, PartitionFault.Partition.class, Deliver.class,
                Fire.class,
                Run.class));
        expected.addAll(
                network == NetworkKind.FIFO
                        ? Set.of(Reset.class)
                        : Set.of(Drop.class, Duplicate.class));
        assertEquals(expected, kinds);
    }

    @Test
    void theNumberOfCommandsIsTheUsersWhereGiven() {
        FuzzSettings four =
                new FuzzSettings(TARGET.workload(), 1, 4, Set.of(), Map.of("command", 1000.0));
        List<Event> events = events(four, NetworkKind.FIFO, 5);
        assertEquals(
                List.of("put 0", "put 1", "put 2", "put 3"),
                events.stream()
                        .filter(e -> e instanceof Command)
                        .map(e -> ((Command) e).text())
                        .toList());
    }

    @Test
    void noWorkloadNoCommands() {
        FuzzSettings none = new FuzzSettings(Workload.NONE, 0, -1, Set.of(), Map.of());
        assertTrue(events(none, NetworkKind.FIFO, 5).stream().noneMatch(e -> e instanceof Command));
    }

    @Test
    void weightsSteer() {
        FuzzSettings onlyTimers =
                new FuzzSettings(Workload.NONE, 0, 0, Set.of(), Map.of("deliver", 0.0, "task", 0.0, "timer", 1.0));
        List<Event> events = events(onlyTimers, NetworkKind.FIFO, 1);
        assertTrue(events.subList(3, events.size()).stream().allMatch(e -> e instanceof Fire));
        assertNotEquals(3, events.size());
    }

    /** Cuts and heals among nodes that have nothing to say to each other would never end. */
    @Test
    void endsWhenNothingCanHappenButFaultsOfTheNetwork() {
        Bench bench = new Bench(3, NetworkKind.FIFO, Timing.ASYNCHRONOUS);
        FuzzSettings settings = new FuzzSettings(
                Workload.NONE, 0, 0, Set.of(PartitionFault.KIND), Map.of("cut", 1.0, "split", 1.0, "heal", 1.0));
        RandomStrategy strategy = new RandomStrategy(settings, new Rng(1), Orders.ALL.get(0));
        for (int i = 0; i < 3; i++) {
            bench.apply(strategy.choose(bench.world));
        }
        assertNull(strategy.choose(bench.world));
        bench.cut("n1", "n2");
        int steps = 0;
        for (Action a = strategy.choose(bench.world); a != null; a = strategy.choose(bench.world)) {
            bench.apply(a);
            steps++;
        }
        assertEquals(1, steps, "the cut is healed, then nothing is left");
    }

    /** A drop that turns out to be impossible is no reason to end the execution. */
    @Test
    void anImpossibleMoveGivesWayToAnother() {
        Bench bench = new Bench(1, NetworkKind.UDP, Timing.ASYNCHRONOUS);
        FuzzSettings settings = new FuzzSettings(
                Workload.NONE, 0, 0, Set.of(Drop.KIND), Map.of("drop", 1e9, "deliver", 1e-6));
        RandomStrategy strategy = new RandomStrategy(settings, new Rng(1), Orders.ALL.get(0));
        bench.apply(strategy.choose(bench.world));
        Action within = bench.send("n1", "n1/x", "a");
        assertEquals(within, strategy.choose(bench.world));
    }

    @Test
    void movesAreKnownByTheirNames() {
        assertEquals(
                List.of(
                        "deliver", "timer", "task", "command", "crash", "crash-point", "recover", "cut", "split",
                        "heal",
                        "sever", "reset", "drop", "duplicate", "exception", "storage", "skew", "corrupt"),
                Strategies.moves());
        assertEquals("random", Strategies.all().get(0).id());
        assertEquals("partition", PartitionFault.KIND.id());
    }
}
