package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Tasks are events, whatever pool they would have gone to. */
class TasksTest {
    private static Rig run(String caseName, Script script) {
        return Rig.of("Tasks", caseName).run(script);
    }

    private static void answers(Rig rig, String answer) {
        assertEquals(List.of(answer), rig.responses());
        assertTrue(rig.events().stream().anyMatch(e -> e.startsWith("run n1")), rig.events().toString());
        assertEquals(null, rig.breach());
    }

    @Test
    void scalaFutures() {
        try (Rig rig = run("scala", Script.start().command("go"))) {
            answers(rig, "computed");
        }
    }

    @Test
    void completableFuturesOnTheDispatcher() {
        try (Rig rig = run("onDispatcher", Script.start().command("go"))) {
            answers(rig, "supplied");
        }
    }

    @Test
    void completableFuturesWithoutExecutor() {
        try (Rig rig = run("onCommonPool", Script.start().command("go"))) {
            answers(rig, "abc");
        }
    }

    @Test
    void whatFollowsAnAsk() {
        try (Rig rig = run("askThenApply", Script.start().command("go"))) {
            answers(rig, "answer!");
        }
    }

    @Test
    void tasksOfACrashedNodeAreGone() {
        try (Rig rig = run("onDispatcher", Script.start().hold().command("go").crash("n1").settle())) {
            assertEquals(List.of(), rig.responses());
            assertEquals(0, rig.coordinator().world().tasks().size());
        }
    }

    @Test
    void awaitingIsRefused() {
        try (Rig rig = run("await", Script.start().command("go"))) {
            assertEquals("n1 waited for a future with Await", rig.breach());
        }
    }

    @Test
    void futureThatComesLaterIsATimer() {
        try (Rig rig = run("after", Script.start().command("go").fire())) {
            assertEquals(List.of("after"), rig.responses());
        }
    }
}
