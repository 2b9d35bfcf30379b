package dev.heddle.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.disk.DiskError;
import dev.heddle.harness.fault.Settle;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.EndsSettling;
import dev.heddle.harness.strategy.LenientReplay;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Outcome.Ending;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Job;
import dev.heddle.harness.toy.OneLeader;
import dev.heddle.harness.toy.Owed;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Port;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fair end: what is brought about in it, how it is written, and when it is over. */
class SettlingTest {
    private static final ToyTarget TARGET = ToyTarget.of(3, Bug.NONE);
    private final List<String> trace = new ArrayList<>();
    private World world;

    private Outcome run(ToyTarget target, List<Invariant> invariants, String lines) {
        trace.clear();
        try (Coordinator coordinator = new Coordinator(target, invariants, RunOptions.on(NetworkKind.FIFO))) {
            Outcome outcome =
                    coordinator.run(7, new LenientReplay(Script.events(lines)), new TraceWriter(trace::add));
            world = coordinator.world();
            assertEquals(lines, Script.lines(world.history().events()));
            return outcome;
        }
    }

    private List<String> events() {
        return trace.subList(trace.stream().filter(line -> line.startsWith("settle")).mapToInt(trace::indexOf).sum(),
                        trace.size()).stream()
                .filter(line -> line.matches("  [a-z].*"))
                .map(String::strip)
                .toList();
    }

    @Test
    void everybodyIsUpAndTheProberIsAnsweredWhenNothingIsOwed() {
        assertEquals(new Outcome.Passed(Ending.EXHAUSTED), run(TARGET, List.of(), """
                boot n1
                boot n2
                cut n1 -> n2
                skew n1 +300ms
                storage-error n1 write
                crash n2
                settle 1s
                """));
        assertEquals(
                """
                settle 1s
                  recover n2
                    n2 up: false -> true
                    n2 leader: false
                    n2 votedFor: -
                    n2 votes: []
                    n2 notes: 0
                    n2 luck: f96af57d00ef4107
                    arm n2 claim #2
                  boot n3
                    n3 up: true
                    n3 leader: false
                    n3 votedFor: -
                    n3 votes: []
                    n3 notes: 0
                    n3 luck: 4de2b22201e91abc
                    arm n3 claim #1
                  command c0 -> n1 put probe 0
                    send c0 -> n1 put probe 0 #1
                  deliver c0 -> n1 put probe 0 #1
                    answer n1 -> c0 no leader: put probe 0
                """,
                String.join("\n", trace.subList(trace.indexOf("settle 1s"), trace.size())) + "\n");
        assertEquals(0, world.network().cuts());
        assertEquals(0, world.node("n1").skewNanos());
        assertFalse(world.node("n1").disk().isDue(DiskError.WRITE));
    }

    @Test
    void whatIsSeveredStaysSo() {
        run(TARGET, List.of(), """
                sever n1 -> n2
                cut n2 -> n1
                settle 1s
                """);
        assertEquals(1, world.network().cuts());
        assertFalse(world.connected(0, 1));
        assertTrue(world.connected(1, 0));
    }

    @Test
    void whatWaitsLongestIsNextAndTimersWaitForAllElse() {
        assertEquals(new Outcome.Passed(Ending.EXHAUSTED), run(TARGET, List.of(Owed.leader()), """
                boot n1
                boot n2
                boot n3
                command c1 -> n2 put 0
                fire n3 claim #1
                settle 10s
                """));
        assertEquals(List.of(
                "deliver c1 -> n2 put 0 #1", "deliver n3 -> n1 claim #1", "deliver n3 -> n2 claim #1",
                "deliver n1 -> n3 grant #1", "deliver n2 -> n3 grant #1", "run n3 lead#1"),
                events().subList(0, 6));
    }

    @Test
    void timersFireInTheOrderOfVirtualTime() {
        run(TARGET, List.of(new Owed(cluster -> false)), "boot n1\nboot n2\nboot n3\nsettle 450ms\n");
        assertEquals(
                List.of("fire n1 claim #1", "fire n2 claim #1", "fire n1 claim #2", "fire n3 claim #1",
                        "fire n1 claim #3", "fire n2 claim #2", "fire n1 claim #4"),
                events().stream().filter(line -> line.startsWith("fire")).toList());
    }

    @Test
    void theProberGoesRoundAndAsksOnceMoreAfterEachTimer() {
        run(TARGET, List.of(new Owed(cluster -> false)), "settle 250ms\n");
        assertEquals(
                List.of("boot n1", "boot n2", "boot n3", "command c0 -> n1 put probe 0", "command c0 -> n2 put probe 1",
                        "command c0 -> n3 put probe 2", "fire n1 claim #1", "command c0 -> n1 put probe 3",
                        "fire n2 claim #1", "command c0 -> n2 put probe 4", "fire n1 claim #2",
                        "command c0 -> n3 put probe 5"),
                events().stream().filter(line -> line.matches("(boot|command|fire) .*")).toList());
    }

    @Test
    void itEndsAsSoonAsNothingIsOwed() {
        assertEquals(new Outcome.Passed(Ending.EXHAUSTED), run(TARGET, List.of(Owed.leader()), "settle 10s\n"));
        assertEquals(1, events().stream().filter(line -> line.startsWith("fire")).count());
    }

    @Test
    void whatNeverComesBreaksWhatIsOwed() {
        Outcome outcome = run(TARGET, List.of(new Owed(cluster -> false)), "settle 10s\n");
        Outcome.Violated violated = assertInstanceOf(Outcome.Violated.class, outcome);
        assertEquals("it never came", violated.violation().detail());
        assertTrue(violated.owed());
    }

    @Test
    void withoutAFairEndNothingIsOwed() {
        assertEquals(
                new Outcome.Passed(Ending.EXHAUSTED), run(TARGET, List.of(new Owed(cluster -> false)), "boot n1\n"));
    }

    @Test
    void whereItGoesOnWithoutEndNothingIsKnown() {
        ToyTarget busy = TARGET.withOnStart((world, node) -> again(world.port(), node));
        assertEquals(
                new Outcome.Passed(Ending.EXHAUSTED), run(busy, List.of(new Owed(cluster -> false)), "settle 10s\n"));
        assertTrue(world.deliveries() >= 20_000);
    }

    private static void again(Port port, Node node) {
        port.submit(new Job(node.endpoint(), "again", () -> again(port, node)));
    }

    @Test
    void stepInvariantsAreCheckedWithinIt() {
        ToyTarget wrong = ToyTarget.of(3, Bug.VOTES_TWICE);
        String lines = Script.TWO_LEADERS.substring(0, Script.TWO_LEADERS.indexOf("deliver n2 -> n1 grant"))
                + "settle 10s\n";
        Outcome outcome = run(wrong, List.of(new OneLeader(), new Owed(cluster -> false)), lines);
        Outcome.Violated violated = assertInstanceOf(Outcome.Violated.class, outcome);
        assertEquals("one-leader", violated.violation().invariant());
        assertFalse(violated.owed());
    }

    @Test
    void anInvariantThatThrowsWhenAskedIsItsAuthorsFault() {
        HookError error = assertThrows(
                HookError.class, () -> run(TARGET, List.of(new Owed(SettlingTest::broken)), "settle 10s\n"));
        assertTrue(error.getMessage().startsWith("the invariant owed threw "), error.getMessage());
    }

    private static boolean broken(Cluster cluster) {
        throw new IllegalStateException("mine");
    }

    @Test
    void aReplayMakesItAnew() {
        run(TARGET, List.of(Owed.leader()), "boot n1\nboot n2\nboot n3\ncrash n1\nsettle 10s\n");
        List<String> first = List.copyOf(trace);
        trace.clear();
        Schedule schedule = Script.schedule("boot n1\nboot n2\nboot n3\ncrash n1\nsettle 10s\n");
        try (Replayer replayer = new Replayer(TARGET, List.of(Owed.leader()), schedule.header())) {
            assertEquals(new Outcome.Passed(Ending.EXHAUSTED),
                    replayer.strict(schedule, new TraceWriter(trace::add)).outcome());
            assertEquals(first, trace);
            assertFalse(first.isEmpty());
        }
    }

    @Test
    void someExecutionsEndSoAndTheOthersStayAsTheyWere() {
        int settled = 0;
        try (Coordinator coordinator = new Coordinator(TARGET, List.of(), RunOptions.on(NetworkKind.FIFO))) {
            for (int seed = 0; seed < 300; seed++) {
                List<String> without = lines(coordinator, seed, 0);
                List<String> with = lines(coordinator, seed, 5000);
                if (with.get(with.size() - 1).equals("settle 5s")) {
                    settled++;
                    with.remove(with.size() - 1);
                    assertEquals(without.subList(0, with.size()), with);
                } else {
                    assertEquals(without, with);
                }
            }
        }
        assertTrue(settled > 15 && settled < 50, "settled: " + settled);
    }

    private static List<String> lines(Coordinator coordinator, int seed, int settleMillis) {
        Strategy random = Strategies.all().get(0).create(TARGET.settings(NetworkKind.FIFO), new Rng(seed));
        coordinator.run(seed, EndsSettling.sometimes(random, new Rng(~seed), 500, settleMillis, 0.1),
                StepListener.NONE);
        return new ArrayList<>(Script.lines(coordinator.world().history().events()).lines().toList());
    }

    @Test
    void settlingTakesTime() {
        assertEquals("settle 1500ms", new Settle(1500).line());
    }
}
