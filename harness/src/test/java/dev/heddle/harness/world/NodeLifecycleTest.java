package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Letter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeLifecycleTest {
    private final Bench bench = new Bench(2, NetworkKind.FIFO, Timing.ASYNCHRONOUS);
    private final World world = bench.world;

    @Test
    void nodesAreDownBeforeTheirBoot() {
        Node node = bench.node("n1");
        assertFalse(node.up());
        assertEquals(0, node.incarnation());
        assertEquals(0, world.upCount());
        bench.send("n2", "n1", "from the dead");
        assertEquals(List.of(), world.history().born());
    }

    @Test
    void anIncarnationIsCountedAndKeepsWhatIsDurable() {
        bench.apply(new Boot("n1"));
        Node node = bench.node("n1");
        node.disk().write("synced");
        node.disk().sync();
        node.disk().write("lost");
        node.handle("volatile");
        bench.crash("n1");
        assertFalse(node.up());
        assertNull(node.handle());
        bench.recover("n1");
        assertTrue(node.up());
        assertEquals(2, node.incarnation());
        assertEquals(List.of("synced"), node.disk().records());
        assertEquals(List.of("start n1 1", "stop n1", "start n1 2"), bench.log);
        assertEquals(1, world.deliveries(), "a recovery is a fault, not a delivery");
    }

    @Test
    void eachIncarnationDrawsOtherNumbersAndTheSameInEveryRun() {
        bench.boot();
        long first = bench.node("n1").random().nextLong();
        long other = bench.node("n2").random().nextLong();
        bench.crash("n1");
        bench.recover("n1");
        long second = bench.node("n1").random().nextLong();
        assertNotEquals(first, second);
        assertNotEquals(first, other);

        world.stopAll();
        world.reset(0);
        bench.apply(new Boot("n1"));
        assertEquals(first, bench.node("n1").random().nextLong());
    }

    @Test
    void aNodeThatIsDownIsMute() {
        bench.boot();
        Endpoint endpoint = bench.node("n1").endpoint();
        bench.onStop = node -> {
            node.disk().write("too late");
            node.disk().sync();
            bench.send("n1", "n2", "too late");
            bench.arm("n1", "too late", 0);
            bench.submit("n1", "too late");
            world.port().respond(new Response(endpoint, bench.at("c1"), 0, "too late"));
            world.port().failed(new Failure(node.index(), "n1", new IllegalStateException("in postStop")));
        };
        bench.crash("n1");
        assertEquals(List.of(), bench.node("n1").disk().records());
        assertEquals(List.of(), world.history().born());
        assertEquals(List.of(), world.history().responses());
        assertEquals(List.of(), world.tasks());
        assertNull(world.failure());
    }

    @Test
    void tasksRunOnceAndGoWithTheirNode() {
        bench.boot();
        bench.apply(bench.submit("n1", "a"));
        bench.submit("n1/x", "b");
        bench.submit("n2", "c");
        bench.crash("n1");
        assertEquals(List.of("n1 a", "stop n1"), bench.log);
        assertEquals(List.of("c"), world.tasks().stream().map(Pending::text).toList());
    }

    @Test
    void whoActedIsKnownAfterEachStep() {
        bench.boot();
        assertEquals(1, world.acted());
        bench.apply(bench.send("n2", "n1", "a"));
        assertEquals(0, world.acted());
        bench.apply(new Command("c1", "n2", "x"));
        assertEquals(-1, world.acted());
        bench.crash("n2");
        assertEquals(1, world.acted());
        bench.cut("n1", "n2");
        assertEquals(-1, world.acted());
    }

    @Test
    void theRunningActorIsTheOneThatReceives() {
        bench.boot();
        Letter[] seen = new Letter[1];
        Letter letter = new Letter(bench.at("n1"), bench.at("n2/x"), "a", l -> {
            assertSame(bench.at("n2/x"), world.port().running());
            assertSame(bench.node("n2").random(), world.port().random());
            seen[0] = l;
        });
        world.port().send(letter);
        bench.apply(letter);
        assertSame(letter, seen[0]);
        assertNull(world.port().running());
    }

    @Test
    void theFirstFailureAndTheFirstBreachCountAndOneLastsForAStepTheOtherForTheRun() {
        bench.boot();
        Failure one = new Failure(0, "n1", new IllegalStateException("one"));
        RuleBreach first = new RuleBreach("first", "", new Throwable());
        Letter letter = new Letter(bench.at("n1"), bench.at("n2"), "a", l -> {
            world.port().failed(one);
            world.port().failed(new Failure(1, "n2", new IllegalStateException("two")));
            world.port().breach(first);
            world.port().breach(new RuleBreach("second", "", new Throwable()));
        });
        world.port().send(letter);
        bench.apply(letter);
        assertSame(one, world.failure());
        assertSame(first, world.breach());
        bench.cut("n1", "n2");
        assertNull(world.failure());
        assertSame(first, world.breach());
        world.reset(1);
        assertNull(world.breach());
    }

    @Test
    void aFailureOfNobodyCounts() {
        bench.boot();
        Failure failure = new Failure(-1, "infrastructure", new IllegalStateException());
        world.port().failed(failure);
        assertSame(failure, world.failure());
    }

    @Test
    void namesAreFound() {
        bench.boot();
        bench.at("n1/x");
        assertEquals("n1", world.node("n1").name());
        assertNull(world.node("n1/x"));
        assertNull(world.node("c1"));
        bench.at("c1");
        assertNull(world.node("c1"), "a client is no node");
        assertEquals("n2", world.name(1));
        assertEquals(2, world.size());
    }

    @Test
    void aStateIsReadOnceBetweenTwoSteps() {
        bench.boot();
        List<NodeView> read = new ArrayList<>();
        bench.view = node -> {
            NodeView one = field -> field.accept("node", node.name());
            read.add(one);
            return one;
        };
        assertSame(world.view(0), world.view(0));
        assertEquals(List.of(world.view(0)), read);
        bench.apply(new Crash("n1"));
        assertNull(world.view(0));
        assertSame(world.view(1), read.get(1));
        bench.apply(new Recover("n1"));
        assertSame(world.view(0), read.get(2));
        world.stopAll();
        assertNull(world.view(0));
    }

    @Test
    void aResetIsAsGoodAsNew() {
        bench.boot();
        bench.send("n1", "n2", "a");
        bench.arm("n1", "t", World.EPOCH_NANOS + 5);
        bench.submit("n1", "j");
        bench.cut("n2", "n1");
        bench.apply(world.timer(0));
        world.stopAll();
        world.reset(9);
        assertEquals(9, world.seed());
        assertEquals(World.EPOCH_NANOS, world.nowNanos());
        assertEquals(0, world.upCount() + world.channelCount() + world.timerCount() + world.network().cuts());
        assertEquals(0, world.deliveries());
        assertEquals(List.of(), world.tasks());
        assertEquals(List.of(), world.history().performed());
        assertNull(world.channel("n1", "n2"));
        assertEquals("reset", bench.log.get(bench.log.size() - 1));
    }

    @Test
    void whatIsReadCannotBeChanged() {
        bench.boot();
        bench.submit("n1", "j");
        assertThrows(UnsupportedOperationException.class, () -> world.tasks().clear());
        assertThrows(UnsupportedOperationException.class, () -> world.nodes().clear());
        assertThrows(UnsupportedOperationException.class, () -> world.history().born().clear());
    }

    @Test
    void nothingIsBornTwice() {
        bench.boot();
        Letter letter = bench.send("n1", "n2", "a");
        String message =
                assertThrows(IllegalStateException.class, () -> world.port().send(letter)).getMessage();
        assertTrue(message.contains("'a'"), message);
        Timer timer = bench.arm("n1", "t", 0);
        bench.apply(timer);
        assertThrows(IllegalStateException.class, () -> world.port().arm(timer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n 1", "n1/x", "a|b", "n\n", "#1", "->"})
    void aNameThatNoScheduleCanWriteIsRefused(String name) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new WorldOptions(List.of("n1", name), NetworkKind.FIFO, Timing.ASYNCHRONOUS, Duration.ZERO));
    }

    @Test
    void thereMustBeNodesAndTheyMustDiffer() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new WorldOptions(List.of(), NetworkKind.FIFO, Timing.ASYNCHRONOUS, Duration.ZERO));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WorldOptions(List.of("n1", "n1"), NetworkKind.FIFO, Timing.ASYNCHRONOUS, Duration.ZERO));
    }

    @Test
    void anExecutionIsCalmUntilItsFirstFault() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        bench.apply(new Command("c1", "n1", "a"));
        bench.deliverAll();
        assertTrue(bench.world.calm());
        bench.crash("n2");
        bench.recover("n2");
        assertFalse(bench.world.calm());
        bench.world.reset(1);
        assertTrue(bench.world.calm());
    }

    /** Whoever asks a node that is not there is not answered, and nobody is to blame. */
    @Test
    void anExecutionInWhichANodeIsAskedBeforeItBootsIsNotCalm() {
        Bench bench = new Bench(2, NetworkKind.FIFO, Timing.ASYNCHRONOUS);
        bench.apply(new Command("c1", "n1", "a"));
        assertFalse(bench.world.calm());
    }
}
