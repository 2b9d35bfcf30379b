package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Deaths are known to whoever watches, and to nobody else. */
class WatchingTest {
    private static Rig run(String caseName, Script script) {
        return Rig.of("Watching", caseName).run(script);
    }

    @Test
    void crashOfAPeerIsNoticedByAMessage() {
        try (Rig rig = run("peer", Script.start().crash("n2").command("say"))) {
            assertEquals("n2 -> n1: Terminated(n2)", rig.events().get(1), rig.events().toString());
            assertEquals(List.of("terminated true"), rig.responses());
        }
    }

    @Test
    void noticeIsNeverLost() {
        try (Rig rig = run("peer", Script.start().hold().crash("n2").recover("n2").settle().command("say"))) {
            assertEquals(List.of("terminated true"), rig.responses());
        }
    }

    @Test
    void addressOutlivesTheCrash() {
        try (Rig rig = run("peer", Script.start().crash("n2").recover("n2").command("go").crash("n2").command("say"))) {
            assertEquals(List.of("hello from incarnation 2, equal true", "terminated true"), rig.responses());
        }
    }

    @Test
    void watchingOneThatIsDownTellsAtOnce() {
        try (Rig rig = run("peer", Script.start().crash("n2").command("go").command("say"))) {
            assertEquals(2, rig.events().stream().filter("n2 -> n1: Terminated(n2)"::equals).count());
        }
    }

    @Test
    void referenceOfADeadIncarnationIsStillTheAddress() {
        try (Rig rig = run("rawPeer", Script.start().command("meet").crash("n2").recover("n2").command("watch"))) {
            assertEquals(List.of("incarnation 2"), rig.responses());
            assertEquals(0, rig.events().stream().filter("n2 -> n1: Terminated(n2)"::equals).count());
        }
    }

    @Test
    void watchingADeadIncarnationWatchesTheAddress() {
        try (Rig rig = run("rawPeer", Script.start().command("meet").crash("n2").recover("n2").command("watch")
                .crash("n2"))) {
            assertEquals(1, rig.events().stream().filter("n2 -> n1: Terminated(n2)"::equals).count());
        }
    }

    @Test
    void childThatStopsIsNoticed() {
        try (Rig rig = run("child", Script.start().command("go"))) {
            assertEquals(List.of("c1 -> n1: go", "n1/kid -> n1: Terminated(n1/kid)"), rig.events());
            assertEquals(List.of("gone kid"), rig.responses());
        }
    }

    @Test
    void gracefulStop() {
        try (Rig rig = run("gracefulStop", Script.start().command("go"))) {
            assertTrue(rig.events().contains("n1/kid -> n1/ask: Terminated(n1/kid)"), rig.events().toString());
            assertEquals(List.of("true"), rig.responses());
        }
    }

    @Test
    void nodeThatStopsItselfCanRecover() {
        try (Rig rig = run("stopsItself", Script.start().command("go").command("hello").crash("n1").recover("n1")
                .command("hello"))) {
            assertEquals(List.of("incarnation 2"), rig.responses());
            assertEquals(List.of(), rig.failures());
        }
    }

    @Test
    void crashedNodeIsMute() {
        try (Rig rig = run("loud", Script.start().crash("n1").recover("n1"))) {
            assertEquals(2, rig.events().size(), rig.events().toString());
            assertEquals(List.of(), rig.failures());
            assertEquals(0, rig.coordinator().world().timerCount());
            assertEquals(List.of(), rig.coordinator().world().nodes().get(0).disk().records());
        }
    }
}
