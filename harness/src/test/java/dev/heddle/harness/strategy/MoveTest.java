package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Move;
import dev.heddle.harness.fault.Sever;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MoveTest {
    private static final Rng RNG = new Rng(1);

    private static Move move(String name) {
        return Stream.concat(
                        Stream.of(Moves.DELIVER, Moves.TIMER, Moves.TASK),
                        Faults.ALL.stream().flatMap(kind -> kind.moves().stream()))
                .filter(move -> move.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> offers(String name, Bench bench) {
        return offers(move(name), bench);
    }

    private static List<String> offers(Move move, Bench bench) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < move.count(bench.world); i++) {
            Action action = move.at(bench.world, i, RNG);
            lines.add(action == null ? "-" : action.toEvent().line());
        }
        return lines;
    }

    @Test
    void onFifoTheHeadOfEachLineCanBeDelivered() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        bench.send("n2", "n1", "c");
        assertEquals(List.of("deliver n1 -> n2 a #1", "deliver n2 -> n1 c #1"), offers("deliver", bench));
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
                offers("deliver", bench));
    }

    @Test
    void onlyPacketsBetweenNodesAreDroppedAndDoubled() {
        Bench bench = Bench.up(2, NetworkKind.UDP);
        bench.send("n1", "n1/x", "within");
        bench.sendLossless("n1", "n2", "notice");
        bench.send("n2", "n1", "packet");
        assertEquals(List.of("-", "-", "drop n2 -> n1 packet #1"), offers("drop", bench));
        assertEquals(List.of("-", "-", "duplicate n2 -> n1 packet #1"), offers("duplicate", bench));
    }

    @Test
    void everySplitIntoTwoGroupsIsOfferedOnce() {
        assertEquals(
                List.of("partition n1 | n2 n3", "partition n1 n2 | n3", "partition n1 n3 | n2"),
                offers("split", Bench.up(3, NetworkKind.FIFO)));
        assertEquals(List.of(), offers("split", Bench.up(1, NetworkKind.FIFO)));
        Set<String> splits = new TreeSet<>(offers("split", Bench.up(6, NetworkKind.FIFO)));
        assertEquals(31, splits.size());
    }

    @Test
    void manyNodesCanBeSplitAsWell() {
        Bench bench = Bench.up(40, NetworkKind.FIFO);
        int last = move("split").count(bench.world) - 1;
        bench.apply(move("split").at(bench.world, last, RNG));
        assertEquals(2 * 20 * 20, bench.world.network().cuts());
    }

    @Test
    void cutsAndHealsAreOfferedByPair() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        assertEquals(List.of("cut n1 -> n2", "cut n2 -> n1"), offers("cut", bench));
        assertEquals(List.of(), offers("heal", bench));
        bench.cut("n1", "n2");
        assertEquals(List.of("cut n2 -> n1"), offers("cut", bench));
        assertEquals(List.of("heal n1 -> n2", "heal all"), offers("heal", bench));
    }

    @Test
    void linksAreSeveredAsLongAsAMajorityIsConnected() {
        Bench bench = Bench.up(3, NetworkKind.FIFO);
        assertEquals(6, offers("sever", bench).size());
        bench.apply(new Sever("n1", "n2"));
        assertEquals(
                List.of("sever n1 -> n3", "sever n2 -> n1", "sever n2 -> n3", "sever n3 -> n1", "sever n3 -> n2"),
                offers("sever", bench));
        bench.apply(new Sever("n3", "n1"));
        assertEquals(List.of("sever n1 -> n3", "sever n2 -> n1", "-", "-"), offers("sever", bench));
        bench.cut("n2", "n3");
        assertEquals(List.of("sever n1 -> n3", "sever n2 -> n1", "-", "-"), offers("sever", bench));
        assertEquals(List.of("heal n2 -> n3", "heal all"), offers("heal", bench));
        assertEquals(List.of("cut n1 -> n3", "cut n2 -> n1", "cut n3 -> n2"), offers("cut", bench));
    }

    @Test
    void ofTwoNodesNoneIsSevered() {
        assertEquals(List.of("-", "-"), offers("sever", Bench.up(2, NetworkKind.UDP)));
    }

    @Test
    void connectionsWithSomethingInFlightAreReset() {
        Bench fifo = Bench.up(2, NetworkKind.FIFO);
        fifo.send("n1", "n1/x", "within");
        fifo.send("c1", "n1", "command");
        fifo.send("n2", "n1/x", "a");
        assertEquals(List.of("reset n2 -> n1"), offers("reset", fifo));
        Bench udp = Bench.up(2, NetworkKind.UDP);
        udp.send("n2", "n1/x", "a");
        assertEquals(List.of(), offers("reset", udp));
    }

    @Test
    void nodesThatAreUpCrashAndOthersRecover() {
        Bench bench = Bench.up(3, NetworkKind.FIFO);
        bench.crash("n2");
        assertEquals(List.of("crash n1", "crash n3"), offers("crash", bench));
        assertEquals(List.of("recover n2"), offers("recover", bench));
    }

    @Test
    void commandsGoToNodesThatAreUp() {
        Bench bench = Bench.up(3, NetworkKind.FIFO);
        bench.crash("n1");
        assertEquals(
                List.of("command c1 -> n2 go0", "command c1 -> n3 go1"),
                offers(new CommandMove((count, rng) -> "go" + count, 1).allow(1000), bench));
    }

    @Test
    void aWorkloadThatIsOverOffersNothing() {
        Bench bench = Bench.up(1, NetworkKind.FIFO);
        CommandMove commands = new CommandMove((count, rng) -> null, 1).allow(5);
        assertEquals(1, commands.count(bench.world));
        assertEquals(null, commands.at(bench.world, 0, RNG));
        assertEquals(0, commands.count(bench.world));
    }
}
