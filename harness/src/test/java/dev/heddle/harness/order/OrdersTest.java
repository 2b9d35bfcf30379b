package dev.heddle.harness.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OrdersTest {
    static final List<Orders.Kind> ALL = Orders.ALL;

    /** Delivers all by the order's choices; the texts in the order of their deliveries. */
    private static List<String> drain(Bench bench, Order order) {
        List<String> texts = new ArrayList<>();
        while (bench.world.network().messageCount() > 0) {
            int count = bench.world.network().messageCount();
            int place = order.message(bench.world, count);
            assertTrue(place >= 0 && place < count, place + " of " + count);
            Message message = bench.world.network().message(place);
            texts.add(message.text());
            bench.apply(message);
        }
        return texts;
    }

    private static Bench busy(NetworkKind network) {
        Bench bench = Bench.up(3, network);
        for (int i = 1; i <= 4; i++) {
            bench.send("n1", "n2", "a" + i);
            bench.send("n2", "n3", "b" + i);
            bench.send("n3", "n1", "c" + i);
        }
        return bench;
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everythingIsDeliveredOnceAndInManyOrders(Orders.Kind kind) {
        for (NetworkKind network : NetworkKind.values()) {
            Set<List<String>> different = new HashSet<>();
            for (long seed = 0; seed < 50; seed++) {
                List<String> texts = drain(busy(network), kind.inExecution().apply(new Rng(seed)));
                assertEquals(texts, drain(busy(network), kind.inExecution().apply(new Rng(seed))));
                assertEquals(12, Set.copyOf(texts).size());
                different.add(texts);
            }
            assertTrue(different.size() > 5, kind.id() + ": " + different.size());
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void everyTimerCanBeTheNext(Orders.Kind kind) {
        Set<Integer> places = new HashSet<>();
        for (long seed = 0; seed < 200; seed++) {
            Bench bench = busy(NetworkKind.FIFO);
            for (int i = 1; i <= 3; i++) {
                bench.arm("n" + i, "t", i);
            }
            places.add(kind.inExecution().apply(new Rng(seed)).timer(bench.world, 3));
        }
        assertEquals(Set.of(0, 1, 2), places);
    }

    @Test
    void prioritiesWithoutPointsOfChangeDrainOneChannelAfterTheOther() {
        Set<List<String>> different = new HashSet<>();
        for (long seed = 0; seed < 50; seed++) {
            List<String> texts = drain(busy(NetworkKind.FIFO), new Priorities(new Rng(seed), 0));
            List<String> channels = texts.stream().map(text -> text.substring(0, 1)).toList();
            for (int i = 0; i < 12; i += 4) {
                assertEquals(1, Set.copyOf(channels.subList(i, i + 4)).size(), texts::toString);
            }
            different.add(texts);
        }
        assertEquals(6, different.size());
    }

    /** With a point of change at each delivery the one in turn is always the last, so channels alternate. */
    @Test
    void aChannelWhosePriorityFallsIsTheLast() {
        List<String> texts = drain(busy(NetworkKind.FIFO), new Priorities(new Rng(1), 1));
        for (int i = 2; i < 9; i++) {
            assertNotEquals(texts.get(i).charAt(0), texts.get(i + 1).charAt(0), texts::toString);
        }
    }

    @Test
    void whatRacesWithTheDeliveredGetsANewPriorityAndNothingElseDoes() {
        Bench bench = Bench.up(3, NetworkKind.FIFO);
        Message racing = bench.send("n1", "n2", "a");
        Message delivered = bench.send("n3", "n2", "b");
        Message apart = bench.send("n1", "n3", "c");
        PartialOrder order = new PartialOrder(new Rng(1));
        long before = order.key(racing);
        long apartBefore = order.key(apart);
        assertEquals(before, order.key(racing));
        order.chose(bench.world, delivered);
        assertNotEquals(before, order.key(racing));
        assertEquals(apartBefore, order.key(apart));
    }

    /** Of 9 messages on one channel and 1 on another, the latter is first in a tenth of the interleavings. */
    @Test
    void aWalkIsUniformOverInterleavings() {
        int lonelyFirst = 0;
        for (long seed = 0; seed < 2000; seed++) {
            Bench bench = Bench.up(3, NetworkKind.FIFO);
            bench.send("n2", "n1", "lonely");
            for (int i = 0; i < 9; i++) {
                bench.send("n3", "n1", "many" + i);
            }
            lonelyFirst += drain(bench, new UniformWalk(new Rng(seed))).get(0).equals("lonely") ? 1 : 0;
        }
        assertEquals(200, lonelyFirst, 50);
    }

    @Test
    void withoutDelaysTheOldestComesFirst() {
        assertEquals(List.of("a1", "b1", "c1", "a2", "b2", "c2", "a3", "b3", "c3", "a4", "b4", "c4"),
                drain(busy(NetworkKind.FIFO), new Delays(new Rng(1), 0)));
    }

    @Test
    void aDelayedChannelIsBehindAllThatWasPending() {
        Bench bench = Bench.up(3, NetworkKind.FIFO);
        Message first = bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        Message second = bench.send("n2", "n3", "c");
        Delays order = new Delays(new Rng(1), 1);
        assertTrue(order.chose(bench.world, first));
        assertTrue(order.key(first) > order.key(second));
        Message later = bench.send("n3", "n1", "d");
        assertTrue(order.key(first) <= order.key(later));
    }

    @Test
    void whoDwellsStays() {
        int stayed = stays(rng -> new Dwelling(rng, 100));
        int uniform = stays(Uniform::new);
        assertTrue(stayed > 450 && uniform < 350, stayed + " and " + uniform);
    }

    /** How often of 500 times the second message goes where the first went; two of three go elsewhere. */
    private static int stays(Function<Rng, Order> kind) {
        int stayed = 0;
        for (long seed = 0; seed < 500; seed++) {
            List<String> texts = drain(busy(NetworkKind.FIFO), kind.apply(new Rng(seed)));
            stayed += texts.get(0).charAt(0) == texts.get(1).charAt(0) ? 1 : 0;
        }
        return stayed;
    }

    /** Some channels wait for all others, more often than by chance. */
    @Test
    void someChannelsAreSlow() {
        assertTrue(lastFourAlike(Speeds::new) > 3 * lastFourAlike(Uniform::new));
    }

    private static int lastFourAlike(Function<Rng, Order> kind) {
        int alike = 0;
        for (long seed = 0; seed < 500; seed++) {
            List<String> texts = drain(busy(NetworkKind.FIFO), kind.apply(new Rng(seed)));
            alike += Set.copyOf(texts.subList(8, 12).stream().map(t -> t.charAt(0)).toList()).size() == 1 ? 1 : 0;
        }
        return alike;
    }
}
