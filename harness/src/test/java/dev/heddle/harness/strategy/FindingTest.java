package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Move;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Pending;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingTest {
    private static final Match STRICT = Match.EXACT;
    private static final Match LENIENT = Match.EARLIEST;

    private static final Rng RNG = new Rng(1);
    /** Every move is possible in every execution. */
    private static final Map<String, Double> EVEN =
            Moves.names().stream().collect(Collectors.toMap(Function.identity(), name -> 1.0));

    private static Action resolve(Match match, String line, Bench bench) {
        return match.find(Faults.VOCABULARY.parse(line), bench.world);
    }

    @Test
    void strictNeedsTheOccurrenceAndLenientTakesTheEarliestEqualOne() {
        Bench bench = Bench.up(2, NetworkKind.UDP);
        bench.apply(bench.send("n1", "n2", "a"));
        Pending second = bench.send("n1", "n2", "a");
        Pending third = bench.send("n1", "n2", "a");
        assertSame(third, resolve(STRICT, "deliver n1 -> n2 a #3", bench));
        assertSame(third, resolve(LENIENT, "deliver n1 -> n2 a #3", bench));
        assertNull(resolve(STRICT, "deliver n1 -> n2 a #1", bench));
        assertSame(second, resolve(LENIENT, "deliver n1 -> n2 a #1", bench));
        assertNull(resolve(LENIENT, "deliver n1 -> n2 b #1", bench));
        assertNull(resolve(LENIENT, "deliver n2 -> n1 a #1", bench));
    }

    @Test
    void timersAndTasksAreFoundLikewise() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        bench.apply(bench.arm("n1", "t", 0));
        Pending timer = bench.arm("n1", "t", 0);
        Pending job = bench.submit("n1/x", "j");
        assertSame(timer, resolve(STRICT, "fire n1 t #2", bench));
        assertNull(resolve(STRICT, "fire n1 t #1", bench));
        assertSame(timer, resolve(LENIENT, "fire n1 t #1", bench));
        assertNull(resolve(LENIENT, "fire n2 t #1", bench));
        assertSame(job, resolve(STRICT, "run n1/x j#1", bench));
        assertSame(job, resolve(LENIENT, "run n1/x j#9", bench));
        assertNull(resolve(STRICT, "run n1 j#1", bench));
    }

    /** The set of timers is unordered inside; the earliest is the one armed first. */
    @Test
    void theEarliestOfEqualTimersIsTheOneArmedFirst() {
        Bench bench = Bench.up(1, NetworkKind.FIFO);
        Pending removed = bench.arm("n1", "t", 0);
        Pending second = bench.arm("n1", "t", 0);
        bench.arm("n1", "u", 0);
        bench.arm("n1", "t", 0);
        bench.apply(removed);
        assertSame(second, resolve(LENIENT, "fire n1 t #7", bench));
    }

    @Test
    void onFifoOnlyTheHeadOfALineIsPossible() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        Pending head = bench.send("n1", "n2", "a");
        bench.send("n1", "n2", "b");
        assertSame(head, resolve(STRICT, "deliver n1 -> n2 a #1", bench));
        assertNull(resolve(LENIENT, "deliver n1 -> n2 b #1", bench));
    }

    @Test
    void whatIsBehindACutIsNotPossible() {
        Bench bench = Bench.up(2, NetworkKind.UDP);
        bench.send("n1", "n2", "a");
        bench.cut("n1", "n2");
        assertNull(resolve(LENIENT, "deliver n1 -> n2 a #1", bench));
        assertNull(resolve(LENIENT, "drop n1 -> n2 a #1", bench));
    }

    @Test
    void inOrderedTimingOnlyTheEarliestTimerIsPossible() {
        Bench bench = new Bench(2, NetworkKind.FIFO, Timing.ORDERED);
        bench.boot();
        bench.arm("n1", "late", 200);
        bench.arm("n2", "early", 100);
        assertNull(resolve(LENIENT, "fire n1 late #1", bench));
        assertNotNull(resolve(STRICT, "fire n2 early #1", bench));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop", "duplicate"})
    void noNetworkTouchesWhatIsWithinANodeOrLossless(String verb) {
        Bench bench = Bench.up(2, NetworkKind.UDP);
        bench.send("n1", "n1/x", "within");
        bench.sendLossless("n1", "n2", "notice");
        bench.send("n1", "n2", "packet");
        bench.send("c1", "n2", "command");
        assertNull(resolve(LENIENT, verb + " n1 -> n1/x within #1", bench));
        assertNull(resolve(LENIENT, verb + " n1 -> n2 notice #1", bench));
        assertNotNull(resolve(STRICT, verb + " n1 -> n2 packet #1", bench));
        assertNotNull(resolve(STRICT, verb + " c1 -> n2 command #1", bench));
    }

    @Test
    void nodesBootOnceCrashWhileUpAndRecoverWhileDown() {
        Bench bench = new Bench(1, NetworkKind.FIFO, Timing.ASYNCHRONOUS);
        assertNull(resolve(STRICT, "crash n1", bench));
        assertNull(resolve(STRICT, "recover n1", bench));
        bench.apply(resolve(STRICT, "boot n1", bench));
        assertNull(resolve(STRICT, "boot n1", bench));
        assertNull(resolve(STRICT, "recover n1", bench));
        bench.apply(resolve(STRICT, "crash n1", bench));
        assertNull(resolve(STRICT, "boot n1", bench));
        assertNull(resolve(STRICT, "crash n1", bench));
        assertNotNull(resolve(STRICT, "recover n1", bench));
    }

    @Test
    void cutsAndHealsMustChangeSomething() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        assertNull(resolve(STRICT, "heal n1 -> n2", bench));
        assertNull(resolve(STRICT, "cut n1 -> n1", bench));
        assertNull(resolve(STRICT, "reset n2 -> n2", bench));
        bench.apply(resolve(STRICT, "cut n1 -> n2", bench));
        assertNull(resolve(STRICT, "cut n1 -> n2", bench));
        assertNotNull(resolve(STRICT, "heal n1 -> n2", bench));
        assertNotNull(resolve(STRICT, "heal all", bench));
        assertNotNull(resolve(STRICT, "partition n1 | n2", bench));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "boot n9", "crash n9", "recover n9", "cut n9 -> n1", "cut n1 -> n9", "heal n9 -> n1", "reset n1 -> n9",
                "partition n1 | n9", "partition n1 | n1 n2", "command c1 -> n9 x", "crash n1/x",
                "deliver n9 -> n1 a #1", "run n9 j#1"
            })
    void strangersAreNotPossible(String line) {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        bench.at("n1/x");
        assertNull(resolve(LENIENT, line, bench));
    }

    @Test
    void aNodeIsNoClient() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        assertNull(resolve(STRICT, "command n1 -> n2 x", bench));
    }

    @Test
    void thereIsNoConnectionToResetOnUdp() {
        assertNull(resolve(STRICT, "reset n1 -> n2", Bench.up(2, NetworkKind.UDP)));
    }

    /** Whatever a strategy can choose has a name by which a strict replay finds the same action. */
    @Test
    void whatAMoveOffersIsFoundByItsName() {
        for (NetworkKind network : NetworkKind.values()) {
            Bench bench = Bench.up(3, network);
            bench.send("n1", "n2", "a");
            bench.send("n1", "n2", "b");
            bench.send("n1", "n1/x", "within");
            bench.sendLossless("n3", "n2", "notice");
            bench.send("c1", "n2", "command");
            bench.arm("n1", "t", 0);
            bench.submit("n2", "j");
            bench.cut("n3", "n1");
            bench.crash("n3");
            CommandMove commands = new CommandMove((count, rng) -> "go", 1).allow(1000);
            for (Move move : Mix.draw(RNG, commands, new FuzzSettings(Workload.NONE, 0, 0, Faults.of(network), EVEN))
                    .moves().stream().map(Mix.Weighted::move).toList()) {
                for (int i = 0; i < move.count(bench.world); i++) {
                    Action offered = move.at(bench.world, i, RNG);
                    if (offered != null) {
                        String line = offered.toEvent().line();
                        assertEquals(line, resolve(STRICT, line, bench).toEvent().line());
                    }
                }
            }
        }
    }
}
