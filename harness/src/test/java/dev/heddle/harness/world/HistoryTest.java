package dev.heddle.harness.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Duplicate;
import dev.heddle.harness.fault.PartitionFault;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bench;
import dev.heddle.harness.toy.Job;
import dev.heddle.harness.toy.Letter;
import dev.heddle.harness.toy.Script;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    @Test
    void everyActionHasItsEvent() {
        Bench bench = Bench.up(3, NetworkKind.UDP);
        Letter a = bench.send("n1", "n2", "a");
        Letter b = bench.send("n1", "n2", "a");
        bench.duplicate(b);
        bench.drop(a);
        bench.apply(b);
        bench.apply(bench.arm("n3", "tick", 0));
        bench.apply(bench.submit("n3/x", "job"));
        bench.apply(new Command("c1", "n1", "go"));
        bench.cut("n1", "n2");
        bench.heal("n1", "n2");
        bench.apply(new PartitionFault.Partition(List.of(List.of("n1"), List.of("n2"))));
        bench.apply(new PartitionFault.HealAll());
        bench.apply(new Reset("n1", "n2"));
        bench.crash("n3");
        bench.recover("n3");
        assertEquals(
                """
                boot n1
                boot n2
                boot n3
                duplicate n1 -> n2 a #2
                drop n1 -> n2 a #1
                deliver n1 -> n2 a #2
                fire n3 tick #1
                run n3/x job#1
                command c1 -> n1 go
                cut n1 -> n2
                heal n1 -> n2
                partition n1 | n2
                heal all
                reset n1 -> n2
                crash n3
                recover n3
                """,
                Script.lines(bench.world.history().events()));
    }

    @Test
    void occurrencesAreCountedPerLineAndTextAndInTheOrderOfBirths() {
        Bench bench = Bench.up(2, NetworkKind.UDP);
        List<Pending> all = List.of(
                bench.send("n1", "n2", "a"),
                bench.send("n1", "n2", "b"),
                bench.send("n1", "n2", "a"),
                bench.send("n2", "n1", "a"),
                bench.send("n1/x", "n2", "a"),
                bench.arm("n1", "a", 0),
                bench.arm("n1", "a", 0),
                bench.submit("n1", "a"),
                bench.send("n1", "n2", "a"));
        assertEquals(
                List.of(1, 1, 2, 1, 1, 1, 2, 1, 3), all.stream().map(Pending::occurrence).toList());
    }

    /** A crash does not start the counting over: an occurrence names one thing in the whole execution. */
    @Test
    void occurrencesGoOnAfterARecovery() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        bench.send("n1", "n2", "a");
        bench.arm("n1", "t", 0);
        bench.crash("n1");
        bench.recover("n1");
        assertEquals(2, bench.send("n1", "n2", "a").occurrence());
        assertEquals(2, bench.arm("n1", "t", 0).occurrence());
    }

    @Test
    void whatIsLostAtOnceCountsAsSent() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        bench.cut("n1", "n2");
        bench.send("n1", "n2", "a");
        bench.heal("n1", "n2");
        assertEquals(2, bench.send("n1", "n2", "a").occurrence());
    }

    /** Asked in any order and at any time, walking back gives what counting in one pass gives. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void walkingBackAgreesWithCounting(long seed) {
        Rng rng = new Rng(seed);
        Bench bench = Bench.up(3, rng.chance(0.5) ? NetworkKind.FIFO : NetworkKind.UDP);
        List<Event> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Pending born = bear(bench, rng);
            if (rng.chance(0.2)) {
                assertTrue(born.occurrence() > 0);
            }
            if (rng.chance(0.6)) {
                perform(bench, rng, expected);
            }
        }
        List<Event> counted = bench.world.history().events();
        assertEquals(counted.subList(3, counted.size()), expected);
    }

    private static Pending bear(Bench bench, Rng rng) {
        String from = "n" + (1 + rng.nextInt(3)) + (rng.chance(0.3) ? "/x" : "");
        String to = "n" + (1 + rng.nextInt(3));
        String text = "m" + rng.nextInt(3);
        return switch (rng.nextInt(5)) {
            case 0 -> bench.arm(from, text, 0);
            case 1 -> bench.submit(from, text);
            default -> bench.send(from, to, text);
        };
    }

    private static void perform(Bench bench, Rng rng, List<Event> expected) {
        World world = bench.world;
        Action action = null;
        int kind = rng.nextInt(3);
        if (kind == 0 && world.timerCount() > 0) {
            action = world.timer(rng.nextInt(world.timerCount()));
        } else if (kind == 1 && !world.tasks().isEmpty()) {
            action = world.tasks().get(rng.nextInt(world.tasks().size()));
        } else if (world.channelCount() > 0) {
            Channel channel = world.channel(rng.nextInt(world.channelCount()));
            Message message = channel.get(rng.nextInt(channel.choices()));
            boolean doubled = world.udp() && rng.chance(0.2) && message.exposed();
            action = doubled ? Match.EXACT.find(new Duplicate(message.envelope()), world) : message;
        }
        if (action != null) {
            expected.add(action.toEvent());
            bench.apply(action);
        }
    }

    @Test
    void aTextIsRenderedOnceAndOnlyWhenAsked() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        AtomicInteger rendered = new AtomicInteger();
        Task task = new Task(bench.at("n1")) {
            @Override
            protected void perform() {}

            @Override
            protected String describe() {
                rendered.incrementAndGet();
                return "x";
            }
        };
        bench.world.port().submit(task);
        bench.apply(task);
        assertEquals(0, rendered.get());
        bench.world.history().events();
        bench.world.history().events();
        assertEquals(1, rendered.get());
    }

    @Test
    void aLongTextIsCutAndStillToldFromOthers() {
        Bench bench = Bench.up(1, NetworkKind.FIFO);
        String text = "x".repeat(200_000) + "a";
        Job one = bench.submit("n1", text);
        Job two = bench.submit("n1", "x".repeat(200_000) + "b");
        assertTrue(one.text().length() < Pending.MAX_TEXT + 100);
        assertTrue(one.text().endsWith("…{length=200001 hash=" + Integer.toHexString(text.hashCode()) + "}"));
        assertTrue(!one.text().equals(two.text()));
        assertEquals(1, two.occurrence());
    }

    /** A walk stops at the next equal thing that knows its number, so that following a schedule stays linear. */
    @Test
    void aWalkDoesNotGoBackFurtherThanItMust() {
        Bench bench = Bench.up(2, NetworkKind.FIFO);
        AtomicInteger rendered = new AtomicInteger();
        Endpoint owner = bench.at("n1");
        Task last = null;
        for (int i = 0; i < 1000; i++) {
            last = new Task(owner) {
                @Override
                protected void perform() {}

                @Override
                protected String describe() {
                    rendered.incrementAndGet();
                    return "same";
                }
            };
            bench.world.port().submit(last);
            if (i == 989) {
                assertEquals(990, last.occurrence());
                rendered.set(0);
            }
        }
        assertEquals(1000, last.occurrence());
        assertEquals(10, rendered.get());
    }
}
