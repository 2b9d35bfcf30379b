package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.EventFormat;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Pending;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static List<String> offers(Move move, Bench bench) {
        Situation situation = new Situation((count, rng) -> "go" + count, new Rng(1), 1, 1000);
        situation.world = bench.world;
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < move.count(situation); i++) {
            Action action = move.at(situation, i);
            lines.add(action == null ? "-" : EventFormat.format(action.toEvent(Pending::occurrence)));
        }
        return lines;
    }

    @Test
    void onFifoTheHeadOfEachLineCanBeDelivered() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        bench.send("n2", "n1", "c");
        assertEquals(List.of("deliver n1 -> n2 a #1", "deliver n2 -> n1 c #1"), offers(Move.DELIVER, bench));
    }

    @Test
    void onUdpEveryMessageCanBeDelivered() {
        Bench bench = Bench.up(2, NetworkKind.UDP);
        bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        bench.send("n2", "n2/x", "c");
        bench.send("n2", "n2/x", "d");
        assertEquals(
                List.of("deliver n1 -> n2 a #1", "deliver n1 -> n2 b #1", "deliver n2 -> n2/x c #1"),
                offers(Move.DELIVER, bench));
    }

    @Test
    void onlyPacketsBetweenNodesAreDroppedAndDoubled() {
        Bench bench = Bench.up(2, NetworkKind.UDP);
        bench.send("n1", "n1/x", "within");
        bench.sendLossless("n1", "n2", "notice");
        bench.send("n2", "n1", "packet");
        assertEquals(List.of("-", "-", "drop n2 -> n1 packet #1"), offers(Move.DROP, bench));
        assertEquals(List.of("-", "-", "duplicate n2 -> n1 packet #1"), offers(Move.DUPLICATE, bench));
    }

    @Test
    void everySplitIntoTwoGroupsIsOfferedOnce() {
        assertEquals(
                List.of("partition n1 | n2 n3", "partition n1 n2 | n3", "partition n1 n3 | n2"),
                offers(Move.SPLIT, Bench.up(3, NetworkKind.FIFO)));
        assertEquals(List.of(), offers(Move.SPLIT, Bench.up(1, NetworkKind.FIFO)));
        Set<String> splits = new TreeSet<>(offers(Move.SPLIT, Bench.up(6, NetworkKind.FIFO)));
        assertEquals(31, splits.size());
    }

    @Test
    void manyNodesCanBeSplitAsWell() {
        Bench bench = Bench.up(40, NetworkKind.FIFO);
        Situation situation = new Situation(Workload.NONE, new Rng(1), 1, 0);
        situation.world = bench.world;
        int last = Move.SPLIT.count(situation) - 1;
        bench.apply(Move.SPLIT.at(situation, last));
        assertEquals(2 * 20 * 20, bench.world.cutCount());
    }

    @Test
    void cutsAndHealsAreOfferedByPair() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        assertEquals(List.of("cut n1 -> n2", "cut n2 -> n1"), offers(Move.CUT, bench));
        assertEquals(List.of(), offers(Move.HEAL, bench));
        bench.cut("n1", "n2");
        assertEquals(List.of("cut n2 -> n1"), offers(Move.CUT, bench));
        assertEquals(List.of("heal n1 -> n2", "heal all"), offers(Move.HEAL, bench));
    }

    @Test
    void connectionsWithSomethingInFlightAreReset() {
        Bench fifo = Bench.up(2, NetworkKind.FIFO);
        fifo.send("n1", "n1/x", "within");
        fifo.send("c1", "n1", "command");
        fifo.send("n2", "n1/x", "a");
        assertEquals(List.of("reset n2 -> n1"), offers(Move.RESET, fifo));
        Bench udp = Bench.up(2, NetworkKind.UDP);
        udp.send("n2", "n1/x", "a");
        assertEquals(List.of(), offers(Move.RESET, udp));
    }

    @Test
    void nodesThatAreUpCrashAndOthersRecover() {
        Bench bench = Bench.up(3, NetworkKind.FIFO);
        bench.crash("n2");
        assertEquals(List.of("crash n1", "crash n3"), offers(Move.CRASH, bench));
        assertEquals(List.of("recover n2"), offers(Move.RECOVER, bench));
    }

    @Test
    void commandsGoToNodesThatAreUp() {
        Bench bench = Bench.up(3, NetworkKind.FIFO);
        bench.crash("n1");
        assertEquals(List.of("command c1 -> n2 go0", "command c1 -> n3 go1"), offers(Move.COMMAND, bench));
    }

    @Test
    void aWorkloadThatIsOverOffersNothing() {
        Bench bench = Bench.up(1, NetworkKind.FIFO);
        Situation situation = new Situation((count, rng) -> null, new Rng(1), 1, 5);
        situation.world = bench.world;
        assertEquals(1, Move.COMMAND.count(situation));
        assertEquals(null, Move.COMMAND.at(situation, 0));
        assertEquals(0, Move.COMMAND.count(situation));
    }
}
