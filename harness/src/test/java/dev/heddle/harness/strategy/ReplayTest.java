package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.world.Action;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final String SCHEDULE = """
            boot n1
            boot n2
            deliver n1 -> n2 a #1
            crash n2
            recover n2
            """;

    private final Bench bench = new Bench(2, NetworkKind.FIFO, Timing.ASYNCHRONOUS);

    private void run(Strategy strategy) {
        for (Action a = strategy.choose(bench.world); a != null; a = strategy.choose(bench.world)) {
            bench.apply(a);
        }
    }

    @Test
    void strictStopsAtTheFirstEventThatIsNotPossible() {
        StrictReplay strict = new StrictReplay(Script.events(SCHEDULE));
        bench.apply(strict.choose(bench.world));
        bench.apply(strict.choose(bench.world));
        bench.send("n1", "n2", "b");
        bench.send("n2", "n1", "b");
        bench.arm("n1", "t", 0);
        bench.submit("n2", "j");
        assertNull(strict.choose(bench.world));
        assertEquals(
                new Divergence(
                        3,
                        "deliver n1 -> n2 a #1",
                        "n1 has sent no such message to n2 so far",
                        List.of("deliver n1 -> n2 b #1", "deliver n2 -> n1 b #1", "fire n1 t #1", "run n2 j#1")),
                strict.divergence());
        assertNull(strict.choose(bench.world), "it stays where it left");
    }

    @Test
    void strictShowsAThousandOfWhatIsPendingAtMost() {
        StrictReplay strict = new StrictReplay(Script.events("boot n1\nboot n2\ncrash n9\n"));
        bench.apply(strict.choose(bench.world));
        bench.apply(strict.choose(bench.world));
        for (int i = 0; i < 400; i++) {
            bench.send("n1/" + i, "n2", "a");
            bench.arm("n1", "t", 0);
            bench.submit("n1", "j");
        }
        assertNull(strict.choose(bench.world));
        assertEquals(1000, strict.divergence().pending().size());
    }

    @Test
    void strictToTheEndHasNoDivergence() {
        StrictReplay strict = new StrictReplay(Script.events("boot n1\ncrash n1\n"));
        run(strict);
        assertNull(strict.divergence());
        assertEquals("boot n1\ncrash n1\n", Script.lines(bench.world.history().events()));
    }

    @Test
    void lenientSkipsAndCounts() {
        LenientReplay lenient = new LenientReplay(Script.events(SCHEDULE + "crash n9\n"));
        run(lenient);
        assertEquals(List.of(3, 6), lenient.skipped());
        assertEquals("boot n1\nboot n2\ncrash n2\nrecover n2\n", Script.lines(bench.world.history().events()));
    }
}
